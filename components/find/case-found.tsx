import type { FoundCase, Pointer } from "@/lib/cases/find/schema";
import { Row } from "../ui/layout/card";
import { PlainLink } from "../ui/link";
import { LockIcon } from "../ui/icons";
import { RagTag } from "../ui/signal/rag-tag";
import { AskForAccess } from "../requests/ask-for-access";
import { OpenInEmergency } from "./open-in-emergency";

/** A case that may be opened. */
export function CaseFound({ found }: { found: FoundCase }) {
  return (
    <Row className="flex flex-wrap items-baseline gap-x-3 gap-y-1 hover:bg-surface-quiet">
      <span className="w-full sm:w-31">
        <RagTag rag={found.rag ?? "unassessed"} />
      </span>
      <PlainLink href={`/cases/${found.caseId}`} className="min-w-0 flex-1 basis-56 font-bold text-link after:absolute after:inset-0 hover:underline">
        <span className="font-semibold text-ink-soft tabular-nums">{found.reference}</span> {found.title}
      </PlainLink>
      <span className="text-note text-ink-soft">{[found.statusWords, found.leadName].filter(Boolean).join(" · ")}</span>
    </Row>
  );
}

/** A case that exists and is not this member's to open: who leads it, and whom to ring. */
export function PointerFound({ pointer, mayBreakGlass }: { pointer: Pointer; mayBreakGlass: boolean }) {
  return (
    <Row className="flex flex-wrap items-start gap-x-2.5 gap-y-1">
      <LockIcon className="mt-1 text-ink-soft" />
      <p className="min-w-0 flex-1 basis-64">
        <strong className="tabular-nums">{pointer.reference}</strong> <span className="text-ink-soft">is not shared with your agency.</span> {pointer.leadName} leads it{pointer.ring ? <>: ring <strong>{pointer.ring}</strong></> : null}.
      </p>
      {pointer.mayAsk ? <AskForAccess reference={pointer.reference} leadName={pointer.leadName} ring={pointer.ring} /> : null}
      {mayBreakGlass ? <OpenInEmergency pointer={pointer} /> : null}
    </Row>
  );
}
