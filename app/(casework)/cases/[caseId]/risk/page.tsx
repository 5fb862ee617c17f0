import { RiskTab } from "@/components/assessments/tab/risk-tab";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getRiskTab } from "@/lib/assessments/tab/queries";

export const metadata = pageMetadata("Risk and needs");

export default caseworkPage({
  query: getRiskTab,
  current: "cases",
  input: ({ params }) => ({ caseId: params.caseId }),
  show: ({ view }) => <RiskTab view={view} />,
});
