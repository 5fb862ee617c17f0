"use client";

import { useState } from "react";
import { listWords, sentences } from "@/lib/format/text";
import type { CallDue, ClockDue, ContactDue, DueItem, ReferralDue, RequestDue, ReviewDue } from "@/lib/notices/my-day/schema";
import type { Colleague } from "@/lib/shared-actions/lines/schema";
import { casePaths } from "../cases/case-paths";
import { ActionRow } from "../shared-actions/action-row";
import { DueRow } from "../shared-actions/due-row";
import { Button } from "../ui/button";
import { LinkButton } from "../ui/link";
import { VisuallyHidden } from "../ui/visually-hidden";
import { CallDialog } from "./call-dialog";
import { ContactDialog } from "./contact-dialog";

const grow = "max-sm:flex-1";

function ContactRow({ item, onChanged }: { item: ContactDue; onChanged: () => void }) {
  const [open, setOpen] = useState<"made" | "tried" | null>(null);
  const about = <VisuallyHidden>: {item.name}, {item.reference}</VisuallyHidden>;
  return (
    <>
      <DueRow
        due={item.due} title={`Contact ${item.name}`} href={casePaths(item.caseId).log} note={sentences(item.wishes)} rag={item.rag}
        detail={[item.reference, item.promised ? `promised: ${item.promised}` : item.title].join(" · ")}
        actions={
          <>
            <Button size="small" look="primary" data-key="d" className={grow} onClick={() => setOpen("made")}>Log contact{about}</Button>
            <Button size="small" className={grow} onClick={() => setOpen("tried")}>Tried{about}</Button>
          </>
        }
      />
      {open ? <ContactDialog item={item} isTry={open === "tried"} onClose={() => setOpen(null)} onSaved={onChanged} /> : null}
    </>
  );
}

function CallRow({ item, onChanged }: { item: CallDue; onChanged: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const [only] = item.calls;
  const isOne = item.calls.length === 1 && only !== undefined;
  return (
    <>
      <DueRow
        due={item.due} title={isOne ? `Ring ${only.agency || only.name}` : `Ring ${item.calls.length} agencies`} href={casePaths(item.caseId).log}
        note={isOne ? `${only.name} ${only.phone}` : listWords(item.calls.map((call) => call.agency || call.name))} rag={item.rag} detail={`${item.reference} · ${item.reason}`}
        actions={<Button size="small" look="primary" data-key="d" className={grow} onClick={() => setOpen(true)}>Ring and tick off<VisuallyHidden>: {item.reference}</VisuallyHidden></Button>}
      />
      {isOpen ? <CallDialog item={item} onClose={() => setOpen(false)} onSaved={onChanged} /> : null}
    </>
  );
}

function ReviewRow({ item }: { item: ReviewDue }) {
  const paths = casePaths(item.caseId);
  const about = <VisuallyHidden>: {item.reference}</VisuallyHidden>;
  return (
    <DueRow
      due={item.due} title={item.kind === "intake" ? "Assess the risk: nobody has yet" : "Review the risk"} href={paths.risk} rag={item.rag ?? "unassessed"}
      detail={[item.reference, item.title, item.isMine ? "" : item.officer].filter(Boolean).join(" · ")}
      actions={
        <>
          <LinkButton size="small" look="primary" data-key="d" className={grow} href={paths.assess}>Assess{about}</LinkButton>
          <LinkButton size="small" className={grow} href={paths.log}>Open{about}</LinkButton>
        </>
      }
    />
  );
}

const clockTitles: Record<ClockDue["clock"], string> = {
  share: "Share the case: no other agency has it", leadAndPlan: "Make a plan: nobody was asked to do anything", supervisorReview: "Review the case as a supervisor", managerReview: "Review the case as a manager",
};

function ClockRow({ item }: { item: ClockDue }) {
  const paths = casePaths(item.caseId);
  const href = item.clock === "share" ? paths.sharing : item.clock === "leadAndPlan" ? paths.plan : paths.clocks;
  return (
    <DueRow
      due={item.due} title={clockTitles[item.clock]} href={href} rag={item.rag} detail={[item.reference, item.title, item.isMine ? "" : item.officer].filter(Boolean).join(" · ")}
      actions={<LinkButton size="small" look="primary" data-key="d" className={grow} href={href}>Open<VisuallyHidden>: {item.reference}</VisuallyHidden></LinkButton>}
    />
  );
}

function ReferralRow({ item }: { item: ReferralDue }) {
  const about = <VisuallyHidden>: {item.reference}</VisuallyHidden>;
  return (
    <DueRow
      due={item.due} title="Answer a referral" href={`/cases/${item.caseId}/referrals`} note={item.question} detail={[item.reference, item.from ? `from ${item.from}` : ""].filter(Boolean).join(" · ")}
      actions={<LinkButton size="small" look="primary" data-key="d" className={grow} href={`/cases/${item.caseId}/referrals`}>Answer{about}</LinkButton>}
    />
  );
}

function RequestRow({ item }: { item: RequestDue }) {
  const href = `/requests#request-${item.requestId}`;
  return (
    <DueRow
      due={item.due} title={item.title} href={href} note={item.question} detail={item.reference}
      actions={<LinkButton size="small" look="primary" data-key="d" className={grow} href={href}>Answer<VisuallyHidden>: {item.reference}</VisuallyHidden></LinkButton>}
    />
  );
}

type DueItemRowProps = { item: DueItem; colleagues: readonly Colleague[]; onChanged: () => void };

/** One thing that is due, with what can be done about it in place. */
export function DueItemRow({ item, colleagues, onChanged }: DueItemRowProps) {
  if (item.kind === "contact") return <ContactRow item={item} onChanged={onChanged} />;
  if (item.kind === "call") return <CallRow item={item} onChanged={onChanged} />;
  if (item.kind === "action") return <ActionRow line={item.line} colleagues={colleagues} onChanged={onChanged} />;
  if (item.kind === "request") return <RequestRow item={item} />;
  if (item.kind === "clock") return <ClockRow item={item} />;
  if (item.kind === "referral") return <ReferralRow item={item} />;
  return <ReviewRow item={item} />;
}
