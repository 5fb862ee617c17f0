import { Notices } from "@/components/notices/notices";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { listNotices } from "@/lib/notices/queries";

export const metadata = pageMetadata("Notices");

export default caseworkPage({ query: listNotices, input: ({ search }) => ({ after: search.after }), show: ({ view }) => <Notices view={view} /> });
