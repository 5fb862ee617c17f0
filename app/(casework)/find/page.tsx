import { FindPage } from "@/components/find/find-page";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getFindStart } from "@/lib/cases/find/queries";

export const metadata = pageMetadata("People & places");

export default caseworkPage({ query: getFindStart, input: ({ search }) => search, current: "people", show: ({ view }) => <FindPage recent={view.cases} found={view.found} /> });
