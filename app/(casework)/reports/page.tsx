import { Inbox } from "@/components/reports/inbox/inbox";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getInbox } from "@/lib/reports/inbox/queries";

export const metadata = pageMetadata("Reports");

export default caseworkPage({ query: getInbox, current: "reports", show: ({ view }) => <Inbox view={view} /> });
