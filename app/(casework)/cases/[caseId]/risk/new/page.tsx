import { AssessPage } from "@/components/assessments/assess-page";
import { SubjectChoice } from "@/components/assessments/subject-choice";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getAssessmentForm } from "@/lib/assessments/asking/queries";

export const metadata = pageMetadata("Assess risk");

export default caseworkPage({
  query: getAssessmentForm,
  current: "cases",
  input: ({ params, search }) => ({ caseId: params.caseId, subject: search.subject, template: search.template }),
  show: ({ view }) => (view.form ? <AssessPage key={view.form.subject} view={view} form={view.form} /> : <SubjectChoice view={view} />),
});
