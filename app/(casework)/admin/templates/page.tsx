import { TemplateRegister } from "@/components/assessments/templates/register";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { listTemplates } from "@/lib/assessments/templates/register/queries";

export const metadata = pageMetadata("Risk forms");

export default caseworkPage({
  query: listTemplates,
  current: "admin",
  show: ({ view }) => <TemplateRegister view={view} />,
});
