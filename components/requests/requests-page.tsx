import type { RequestsView, RequestView } from "@/lib/referrals/requests/schema";
import { PageBody, PageHeader, PageTitle } from "../shell/page-parts";
import { Card, Rows } from "../ui/layout/card";
import { EmptyState } from "../ui/layout/empty-state";
import { TextLink } from "../ui/link";
import { RequestRow } from "./request-row";

/** What other agencies ask of this one about a case itself, and what it asked of them. */
export function RequestsPage({ view, memberId }: { view: RequestsView; memberId: string }) {
  return (
    <>
      <PageHeader>
        <PageTitle>Requests between agencies</PageTitle>
        <p className="text-ink-soft">Who asks to see a case, and who asks another to take one over. Each is answered within a working day, or it goes to the managers.</p>
      </PageHeader>
      <PageBody>
        <Part title="For you to answer" requests={view.toAnswer} view={view} memberId={memberId} empty="Nothing waits for your answer." />
        <Part title="Asked by your agency" requests={view.asked} view={view} memberId={memberId} empty={<>To ask for a case that is not shared with you, <TextLink href="/find">find it</TextLink> by its reference or place.</>} />
        {view.ended.length > 0 ? <Part title="Answered or ended" requests={view.ended} view={view} memberId={memberId} empty="" /> : null}
      </PageBody>
    </>
  );
}

type PartProps = { title: string; requests: RequestView[]; view: RequestsView; memberId: string; empty: React.ReactNode };

function Part({ title, requests, view, memberId, empty }: PartProps) {
  return (
    <Card title={title} aside={requests.length > 0 ? String(requests.length) : null} flush>
      {requests.length === 0 ? <EmptyState level={3} title="None">{empty}</EmptyState> : null}
      <Rows label={title}>{requests.map((request) => <RequestRow key={request.requestId} request={request} view={view} memberId={memberId} />)}</Rows>
    </Card>
  );
}
