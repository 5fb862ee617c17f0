import { RequestsPage } from "@/components/requests/requests-page";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { listRequests } from "@/lib/referrals/requests/queries";

export const metadata = pageMetadata("Requests");

export default caseworkPage({ query: listRequests, input: () => ({}), current: "my-day", show: ({ view, actor }) => <RequestsPage view={view} memberId={actor.memberId} /> });
