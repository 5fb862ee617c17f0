import { CasePlan } from "@/components/shared-actions/case-plan";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getCasePlan } from "@/lib/shared-actions/plan/queries";

export const metadata = pageMetadata("Plan and actions");

export default caseworkPage({
  query: getCasePlan,
  current: "cases",
  input: ({ params }) => ({ caseId: params.caseId }),
  show: ({ view }) => <CasePlan key={view.header.caseId} view={view} />,
});
