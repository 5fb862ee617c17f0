"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { invitationWhy } from "@/lib/agencies/invitations/labels";
import type { LinkMade, WaitingLink } from "@/lib/agencies/invitations/schema";
import { say } from "../../shell/said";
import { useSend } from "../../shell/use-send";
import { Button } from "../../ui/button";
import { Card, Row, Rows } from "../../ui/layout/card";
import { EmptyState } from "../../ui/layout/empty-state";
import { VisuallyHidden } from "../../ui/visually-hidden";
import { LinkDialog } from "./link-dialog";
import { sayLink } from "./sign-in-button";

type Decided = LinkMade & { granted: boolean };

/** Invitations and resets that wait for a second person. Whoever agrees gives the link out, where no mail is sent. */
export function WaitingLinks({ links }: { links: WaitingLink[] }) {
  const [made, setMade] = useState<Decided>();
  return (
    <>
      <Card title="Invitations and resets" aside={String(links.length)} flush>
        {links.length === 0 ? <EmptyState level={3} title="No links wait">When somebody is invited at an address outside their agency’s domains, or has lost their device, it stands here.</EmptyState> : (
          <Rows label="Links that wait">{links.map((link) => <LinkRow key={link.invitationId} link={link} onDecided={setMade} />)}</Rows>
        )}
      </Card>
      {made?.link ? <LinkDialog link={made.link} name={made.name} isReset={made.kind !== "join"} onClose={() => setMade(undefined)} /> : null}
    </>
  );
}

function LinkRow({ link, onDecided }: { link: WaitingLink; onDecided: (made: Decided) => void }) {
  const router = useRouter();
  const sending = useSend<Decided, object>({
    path: `/api/members/invitations/${link.invitationId}/decide`,
    onSaved: (answer) => {
      if (answer.granted) sayLink(answer);
      else say({ title: `Declined: ${answer.name} is given no link.` });
      onDecided(answer);
      router.refresh();
    },
    onRefused: () => router.refresh(),
  });
  const decide = (decision: string) => void sending.save({ version: link.version, decision });
  return (
    <Row className="grid gap-x-6 gap-y-2 lg:grid-cols-[minmax(0,1fr)_auto] lg:items-center">
      <div className="min-w-0 wrap-anywhere">
        <p><strong>{link.name}</strong>: {invitationWhy[link.kind]}</p>
        <p className="text-note text-ink-soft">{link.title}, {link.agency} · asked by {link.askedBy} {link.askedWords}</p>
        {link.whyNot ? <p className="text-note text-ink-soft">{link.whyNot}</p> : null}
        {sending.message ? <p role="alert" className="text-note font-bold text-soon">{sending.message}</p> : null}
      </div>
      <div className="flex flex-wrap gap-2">
        {link.mayDecline ? <Button size="small" onClick={() => decide("declined")}>{link.mayGrant ? "Decline" : "Take back"}<VisuallyHidden> for {link.name}</VisuallyHidden></Button> : null}
        {link.mayGrant ? <Button size="small" look="primary" busy={sending.isSending} onClick={() => decide("granted")}>Agree<VisuallyHidden> for {link.name}</VisuallyHidden></Button> : null}
      </div>
    </Row>
  );
}
