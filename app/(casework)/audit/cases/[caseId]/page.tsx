import { CaseLooks } from "@/components/governance/case-looks";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getWhoLooked } from "@/lib/governance/audit/queries";

export const metadata = pageMetadata("Who looked at a case");

export default caseworkPage({
  query: getWhoLooked,
  current: "audit",
  input: ({ params, search }) => ({ ...search, caseId: params.caseId }),
  show: ({ view }) => <CaseLooks view={view} />,
});
