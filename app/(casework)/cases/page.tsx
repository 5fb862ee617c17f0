import { Cases } from "@/components/board/case-list";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { listCases } from "@/lib/cases/board/queries";

export const metadata = pageMetadata("Cases");

export default caseworkPage({ query: listCases, input: ({ search }) => search, current: "cases", show: ({ view }) => <Cases view={view} /> });
