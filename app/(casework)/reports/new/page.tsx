import { NewReport } from "@/components/reports/new/new-report";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getReportForm } from "@/lib/assessments/intake/form/queries";

export const metadata = pageMetadata("New report");

export default caseworkPage({
  query: getReportForm,
  input: ({ search }) => (search.draft ? { draft: search.draft } : {}),
  current: "new-report",
  show: ({ view }) => <NewReport key={view.subject} view={view} />,
});
