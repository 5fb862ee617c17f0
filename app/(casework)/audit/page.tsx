import { TrailPage } from "@/components/governance/trail-page";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getMyTrail } from "@/lib/governance/audit/trails/queries";

export const metadata = pageMetadata("What I did");

export default caseworkPage({
  query: getMyTrail,
  current: "audit",
  input: ({ search }) => search,
  show: ({ view }) => <TrailPage view={view} which="mine" />,
});
