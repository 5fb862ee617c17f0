import { AssessmentPage } from "@/components/assessments/reading/assessment-page";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getAssessment } from "@/lib/assessments/asking/queries";

export const metadata = pageMetadata("Risk assessment");

export default caseworkPage({
  query: getAssessment,
  current: "cases",
  input: ({ params }) => ({ caseId: params.caseId, assessmentId: params.assessmentId }),
  show: ({ view, actor, now }) => <AssessmentPage view={view} printedBy={`${actor.name}, ${actor.agencyShortName}`} printedAt={now.toISOString()} />,
});
