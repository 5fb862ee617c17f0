import { PeopleTab } from "@/components/cases/people/people-tab";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getCasePeople } from "@/lib/cases/involvements/queries";

export const metadata = pageMetadata("People of a case");

export default caseworkPage({
  query: getCasePeople,
  current: "cases",
  input: ({ params }) => ({ caseId: params.caseId }),
  show: ({ view }) => <PeopleTab view={view} />,
});
