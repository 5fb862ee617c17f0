import { Permissions } from "@/components/agencies/overview/permissions";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getPermissions } from "@/lib/agencies/permissions/queries";

export const metadata = pageMetadata("Who may do what");

export default caseworkPage({
  query: getPermissions,
  current: "admin",
  show: ({ view }) => <Permissions view={view} />,
});
