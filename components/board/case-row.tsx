import type { CaseRow } from "@/lib/cases/board/schema";
import { Row } from "../ui/layout/card";
import { PlainLink } from "../ui/link";
import { DueTag } from "../ui/signal/due-tag";
import { RagTag } from "../ui/signal/rag-tag";
import { Tag } from "../ui/signal/tag";
import { VisuallyHidden } from "../ui/visually-hidden";

type Props = { row: CaseRow; look: "line" | "card" };

const looks = {
  line: "grid grid-cols-[minmax(0,1fr)_auto] gap-x-5 gap-y-1 xl:grid-cols-[7.5rem_minmax(0,1fr)_12rem_11rem] xl:items-start",
  card: "grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-1",
};

/** One case of a list: its colour and why, what it is, who leads, what is due, what is new. The whole row opens it. */
export function CaseLine({ row, look }: Props) {
  const isLine = look === "line";
  const due = row.next ? (
    <>
      <span className="text-ink-soft">{row.next.what}</span> <DueTag words={row.next.words} tone={row.next.tone} dueAt={row.next.at} precision={row.next.what === "Contact" ? "minute" : "day"} />
    </>
  ) : (
    <span className="text-ink-soft">Nothing due</span>
  );
  return (
    <Row className={`${looks[look]} hover:bg-surface-quiet`}>
      {isLine ? <div className="order-first xl:order-none"><RagTag rag={row.rag ?? "unassessed"} /></div> : null}
      <div className={isLine ? "col-span-2 min-w-0 xl:col-span-1" : "col-span-2 min-w-0"}>
        <PlainLink href={`/cases/${row.caseId}`} className="font-bold text-link after:absolute after:inset-0 hover:underline">
          <span className="font-semibold text-ink-soft tabular-nums">{row.reference}</span> {row.title}
        </PlainLink>{" "}
        <span className="inline-flex flex-wrap gap-1 align-middle">
          {row.fresh ? <Tag tone="act">{row.fresh}</Tag> : null}
          {row.isHate ? <Tag tone="warning">Hate</Tag> : null}
          {isLine && row.statusWords !== "Open" ? <Tag>{row.statusWords}</Tag> : null}
        </span>
        {row.ragReason ? <p className="text-note wrap-anywhere">{row.ragReason}</p> : null}
        {row.late.length > 0 ? <p className="text-note font-bold text-late"><span aria-hidden="true">! </span><VisuallyHidden>Late: </VisuallyHidden>{row.late.join(", ")}</p> : null}
      </div>
      <p className="text-note text-ink-soft">{[row.leadName, row.officerName].filter(Boolean).join(" · ")}</p>
      <p className={isLine ? "order-first justify-self-end text-note xl:order-none" : "justify-self-end text-note"}>{due}</p>
    </Row>
  );
}
