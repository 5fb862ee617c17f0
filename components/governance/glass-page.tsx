import { counted } from "@/lib/format/due";
import type { EmergencySearchLine, GlassLine, GlassList } from "@/lib/governance/glass/schema";
import { Card, Row, Rows } from "../ui/layout/card";
import { EmptyState } from "../ui/layout/empty-state";
import { Pagination } from "../ui/layout/pagination";
import { PlainLink } from "../ui/link";
import { Tag } from "../ui/signal/tag";
import { AuditFrame } from "./audit-frame";
import { auditPaths } from "./audit-paths";
import { ReviewGlass } from "./review-glass";

function stateOf({ isOpen, review }: GlassLine) {
  if (review) return <Tag tone={review.finding === "justified" ? "plain" : "soon"}>{review.finding === "justified" ? "Justified" : "Not justified"}</Tag>;
  return isOpen ? <Tag tone="act">Open now</Tag> : <Tag tone="soon">To be reviewed</Tag>;
}

function Opening({ line }: { line: GlassLine }) {
  return (
    <Row className="grid gap-x-4 gap-y-1 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <p className="text-note text-ink-soft tabular-nums">
        {line.startedWords}
        <span className="block">{line.isOpen ? `for ${line.lengthWords}` : `open ${line.lengthWords}`}</span>
      </p>
      <div className="grid min-w-0 gap-1 wrap-anywhere">
        <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
          <PlainLink href={auditPaths.member(line.memberId)} className="font-bold text-link hover:underline">{line.memberName}</PlainLink>
          <span className="text-ink-soft">{[line.memberTitle, line.agencyName].filter(Boolean).join(", ")}</span>
          {stateOf(line)}
        </p>
        <p>opened {line.sealedOf ? `one sealed entry of ${line.sealedOf} on ` : ""}<strong className="whitespace-nowrap tabular-nums">{line.reference}</strong>, led by {line.leadName}</p>
        <p>“{line.reason}”</p>
        {line.review ? <p className="text-note text-ink-soft">{line.review.words}: {line.review.note}</p> : null}
        {line.isOpen ? <p className="text-note text-ink-soft">It can be reviewed once it has ended.</p> : null}
        {line.mayReview ? <div className="mt-1"><ReviewGlass line={line} /></div> : null}
      </div>
    </Row>
  );
}

function Searches({ searches }: { searches: EmergencySearchLine[] }) {
  return (
    <Card title="Looked for by name and date of birth" flush>
      <p className="px-card pt-2 text-note text-ink-soft">Whom they looked for is not kept, and all they were told is whom to ring.</p>
      <Rows label="Looked for by name and date of birth">
        {searches.map((one) => (
          <Row key={one.id} className="grid gap-x-4 gap-y-1 wrap-anywhere sm:grid-cols-[9rem_minmax(0,1fr)]">
            <p className="text-note text-ink-soft tabular-nums">{one.whenWords}</p>
            <p>
              <PlainLink href={auditPaths.member(one.memberId)} className="font-bold text-link hover:underline">{one.memberName}</PlainLink>{" "}
              <span className="text-ink-soft">{one.agencyName}, {one.foundWords}</span>
              <span className="block">“{one.reason}”</span>
            </p>
          </Row>
        ))}
      </Rows>
    </Card>
  );
}

function waitingWords(waiting: number): string {
  return waiting === 0 ? "none waits for a review" : `${counted(waiting, "waits", "wait")} for a review`;
}

/** Cases that members opened in an emergency, newest first, for information governance to say whether that was right. */
export function GlassPage({ view }: { view: GlassList }) {
  return (
    <AuditFrame may={view.may} title="Opened in an emergency" note={view.lines.length > 0 ? waitingWords(view.waiting) : undefined} current={auditPaths.glass}>
      <p className="max-w-prose text-ink-soft">Each was open to one member, to read only, for 4 hours at most. Judge it by what they knew then: was somebody in danger, and was there no time to ring?</p>
      <Card title="Newest first" flush>
        {view.lines.length === 0 ? <EmptyState level={3} title="Nobody has opened a case in an emergency">When somebody does, you are told at once, and it stands here until it is reviewed.</EmptyState> : <Rows label="Opened in an emergency">{view.lines.map((line) => <Opening key={line.glassId} line={line} />)}</Rows>}
      </Card>
      {view.searches.length > 0 ? <Searches searches={view.searches} /> : null}
      <Pagination label="Earlier" nextHref={view.next ? `${auditPaths.glass}?after=${view.next}` : null} />
    </AuditFrame>
  );
}
