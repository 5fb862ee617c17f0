import { SettingUp } from "@/components/agencies/county/setting-up";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getChecklist } from "@/lib/agencies/county/queries";

export const metadata = pageMetadata("Setting up");

export default caseworkPage({
  query: getChecklist,
  current: "admin",
  show: ({ view }) => <SettingUp view={view} />,
});
