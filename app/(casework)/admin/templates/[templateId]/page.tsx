import { VersionPage } from "@/components/assessments/templates/version-page";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getTemplateVersion } from "@/lib/assessments/templates/version/queries";

export const metadata = pageMetadata("A version of a risk form");

export default caseworkPage({
  query: getTemplateVersion,
  input: ({ params }) => params,
  current: "admin",
  show: ({ view }) => <VersionPage view={view} />,
});
