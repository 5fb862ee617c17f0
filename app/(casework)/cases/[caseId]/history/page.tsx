import { HistoryTab } from "@/components/cases/history/history-tab";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getCaseHistory } from "@/lib/cases/history/queries";

export const metadata = pageMetadata("History of a case");

export default caseworkPage({
  query: getCaseHistory,
  current: "cases",
  input: ({ params }) => ({ caseId: params.caseId }),
  show: ({ view, actor }) => <HistoryTab view={view} memberId={actor.memberId} />,
});
