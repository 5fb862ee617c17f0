import { RagBoard } from "@/components/board/rag-board";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getBoard } from "@/lib/cases/board/queries";

export const metadata = pageMetadata("Board");

export default caseworkPage({ query: getBoard, input: ({ search }) => search, current: "cases", show: ({ view }) => <RagBoard view={view} /> });
