import { Waiting } from "@/components/agencies/members/waiting";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { listWaiting } from "@/lib/agencies/members/roles/queries";

export const metadata = pageMetadata("For a second person");

export default caseworkPage({
  query: listWaiting,
  current: "admin",
  show: ({ view }) => <Waiting view={view} />,
});
