import { Agenda } from "@/components/meetings/agenda";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getAgenda } from "@/lib/meetings/queries";

export const metadata = pageMetadata("Problem-solving group");

export default caseworkPage({ query: getAgenda, input: ({ search }) => search, show: ({ view }) => <Agenda view={view} /> });
