import { LeaverPage } from "@/components/agencies/members/leaver-page";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getLeaver } from "@/lib/agencies/members/leaving/queries";

export const metadata = pageMetadata("A leaver");

export default caseworkPage({
  query: getLeaver,
  current: "admin",
  input: ({ params }) => ({ memberId: params.memberId }),
  show: ({ view }) => <LeaverPage view={view} />,
});
