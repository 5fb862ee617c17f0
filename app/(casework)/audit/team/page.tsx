import { TeamPage } from "@/components/governance/team-page";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getTeamTrail } from "@/lib/governance/audit/trails/queries";

export const metadata = pageMetadata("What my agency did");

export default caseworkPage({
  query: getTeamTrail,
  current: "audit",
  input: ({ search }) => search,
  show: ({ view }) => <TeamPage view={view} />,
});
