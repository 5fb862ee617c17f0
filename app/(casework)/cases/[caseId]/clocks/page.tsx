import { CaseFrame } from "@/components/cases/case-frame";
import { ClocksTab } from "@/components/cases/clocks/clocks-tab";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getClocks } from "@/lib/cases/clocks/queries";

export const metadata = pageMetadata("Clocks");

export default caseworkPage({
  query: getClocks,
  input: ({ params }) => params,
  current: "cases",
  show: ({ view }) => (
    <CaseFrame header={view.header} tab="clocks">
      <ClocksTab caseId={view.header.caseId} reference={view.header.reference} clocks={view.clocks} />
    </CaseFrame>
  ),
});
