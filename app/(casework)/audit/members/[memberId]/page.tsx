import { MemberPage } from "@/components/governance/team-page";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getMemberTrail } from "@/lib/governance/audit/trails/queries";

export const metadata = pageMetadata("What a member did");

export default caseworkPage({
  query: getMemberTrail,
  current: "audit",
  input: ({ params, search }) => ({ ...search, memberId: params.memberId }),
  show: ({ view }) => <MemberPage view={view} />,
});
