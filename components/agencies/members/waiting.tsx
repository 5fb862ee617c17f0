"use client";

import { useRouter } from "next/navigation";
import type { WaitingView } from "@/lib/agencies/members/schema";
import { counted } from "@/lib/format/due";
import { say } from "../../shell/said";
import { useSend } from "../../shell/use-send";
import { Button } from "../../ui/button";
import { Card, Row, Rows } from "../../ui/layout/card";
import { EmptyState } from "../../ui/layout/empty-state";
import { TextLink } from "../../ui/link";
import { InfoStrip } from "../../ui/signal/notice";
import { VisuallyHidden } from "../../ui/visually-hidden";
import { AdminFrame } from "../admin-frame";
import { WaitingLinks } from "../invitations/waiting-links";
import { adminPaths } from "../admin-paths";

type Request = WaitingView["requests"][number];

/** Roles that wait for a second person, to be granted or declined. */
export function Waiting({ view }: { view: WaitingView }) {
  const agreements = view.menu.waiting - view.menu.forms - view.requests.filter(({ mayGrant }) => mayGrant).length - view.links.filter(({ mayGrant }) => mayGrant).length;
  return (
    <AdminFrame menu={view.menu} title="For a second person" current={adminPaths.waiting}>
      <p className="max-w-prose text-ink-soft">
        Roles above practitioner, invitations to addresses outside an agency’s domains and new second factors are agreed to by somebody other than who asked: another administrator, or county information governance where an agency has one administrator at most.
      </p>
      {agreements > 0 ? <InfoStrip title={`${counted(agreements, "agreement or signature", "agreements or signatures")} for you to look at.`}><TextLink href={adminPaths.agreements}>Open the agreements</TextLink></InfoStrip> : null}
      {view.menu.forms > 0 ? <InfoStrip title={`${counted(view.menu.forms, "risk form waits", "risk forms wait")} for you to publish or decline.`}><TextLink href={adminPaths.templates}>Open the risk forms</TextLink></InfoStrip> : null}
      <Card title="Roles" aside={String(view.requests.length)} flush>
        {view.requests.length === 0 ? <EmptyState level={3} title="No roles wait">When an administrator asks for a role above practitioner, it stands here.</EmptyState> : (
          <Rows label="Roles that wait">{view.requests.map((request) => <RequestRow key={request.requestId} request={request} />)}</Rows>
        )}
      </Card>
      <WaitingLinks links={view.links} />
    </AdminFrame>
  );
}

function RequestRow({ request }: { request: Request }) {
  const router = useRouter();
  const sending = useSend<{ name: string; granted: boolean }, object>({
    path: `/api/members/role-requests/${request.requestId}/decide`,
    onSaved: ({ name, granted }) => {
      say(granted ? { title: `${name} now has: ${request.roleWords.join(", ")}.`, steps: [{ what: "It holds from their next request on, and stands in the audit." }] } : { title: `Declined: ${name} keeps the roles they have.` });
      router.refresh();
    },
    onRefused: () => router.refresh(),
  });
  const decide = (decision: string) => void sending.save({ version: request.version, decision });
  return (
    <Row className="grid gap-x-6 gap-y-2 lg:grid-cols-[minmax(0,1fr)_auto] lg:items-center">
      <div className="min-w-0 wrap-anywhere">
        <p><strong>{request.name}</strong>: {request.roleWords.join(" · ")}</p>
        <p className="text-note text-ink-soft">{request.title}, {request.agency} · asked by {request.askedBy} {request.askedWords}</p>
        {request.whyNot ? <p className="text-note text-ink-soft">{request.whyNot}</p> : null}
        {sending.message ? <p role="alert" className="text-note font-bold text-soon">{sending.message}</p> : null}
      </div>
      <div className="flex flex-wrap gap-2">
        {request.mayDecline ? <Button size="small" onClick={() => decide("declined")}>{request.mayGrant ? "Decline" : "Take back"}<VisuallyHidden> for {request.name}</VisuallyHidden></Button> : null}
        {request.mayGrant ? <Button size="small" look="primary" busy={sending.isSending} onClick={() => decide("granted")}>Grant<VisuallyHidden> to {request.name}</VisuallyHidden></Button> : null}
      </div>
    </Row>
  );
}
