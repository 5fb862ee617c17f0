import { LogTab } from "@/components/cases/log-tab";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getCase } from "@/lib/cases/page/log-tab/queries";

export const metadata = pageMetadata("Case log");

export default caseworkPage({
  query: getCase,
  current: "cases",
  input: ({ params, search }) => ({ caseId: params.caseId, kind: search.kind, agencyId: search.agency }),
  show: ({ view }) => <LogTab key={view.header.caseId} view={view} />,
});
