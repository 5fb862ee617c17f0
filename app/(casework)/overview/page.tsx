import { CaseloadOverview } from "@/components/overview/caseload-overview";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getCaseloadOverview } from "@/lib/overview/queries";

export const metadata = pageMetadata("Caseload overview");

export default caseworkPage({ query: getCaseloadOverview, input: ({ search }) => search, show: ({ view }) => <CaseloadOverview view={view} /> });
