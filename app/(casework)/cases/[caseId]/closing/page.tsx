import { CaseFrame } from "@/components/cases/case-frame";
import { ClosingTab } from "@/components/closing/closing-tab";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getClosing } from "@/lib/assessments/closing/queries";

export const metadata = pageMetadata("Closing");

export default caseworkPage({
  query: getClosing,
  input: ({ params }) => params,
  current: "cases",
  show: ({ view }) => (
    <CaseFrame header={view.header} tab="closing">
      <ClosingTab view={view} />
    </CaseFrame>
  ),
});
