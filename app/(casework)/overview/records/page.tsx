import { BehindFigure } from "@/components/overview/behind-figure";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { listBehindFigure } from "@/lib/overview/queries";

export const metadata = pageMetadata("Behind the figure");

export default caseworkPage({ query: listBehindFigure, input: ({ search }) => search, show: ({ view }) => <BehindFigure view={view} /> });
