import { counted } from "@/lib/format/due";
import type { Changed, MyDayView, NewRed } from "@/lib/notices/my-day/schema";
import { casePaths } from "../cases/case-paths";
import { boardPath } from "../shared-actions/action-paths";
import { Card, Row, Rows } from "../ui/layout/card";
import { PlainLink, TextLink } from "../ui/link";
import { DueTag } from "../ui/signal/due-tag";
import { RagTag } from "../ui/signal/rag-tag";

const reference = "font-bold text-ink underline-offset-2 hover:underline tabular-nums";

function NewRedRow({ item }: { item: NewRed }) {
  return (
    <Row className="grid gap-1">
      <p className="flex items-center justify-between gap-3">
        <PlainLink className={reference} href={casePaths(item.caseId).log}>{item.reference}</PlainLink>
        <RagTag rag="red" />
      </p>
      <p className="text-note text-ink-soft">{item.reason}</p>
    </Row>
  );
}

function ChangedRow({ item }: { item: Changed }) {
  return (
    <Row className="grid gap-0.5">
      <p>
        <PlainLink className={reference} href={casePaths(item.caseId).log}>{item.reference}</PlainLink> · {item.words}
      </p>
      {item.lastLine ? <p className="text-note text-ink-soft wrap-anywhere">{item.lastBy ? `${item.lastBy}: ` : ""}{item.lastLine}</p> : null}
      <p className="text-note text-ink-soft">You looked {item.lookedWords}</p>
    </Row>
  );
}

/** Beside the day: what turned red, what others wrote, and whom one waits for. */
export function News({ day }: { day: MyDayView }) {
  const waiting = day.waiting.slice(0, 5);
  return (
    <>
      <Card flush id="new-red" title="New red" aside={day.newRed.length > 0 ? counted(day.newRed.length, "case") : null}>
        {day.newRed.length === 0 ? <p className="px-card py-3 text-note text-ink-soft">No case has turned red that you have not looked at.</p> : <Rows label="New red">{day.newRed.map((item) => <NewRedRow key={item.caseId} item={item} />)}</Rows>}
      </Card>
      <Card flush id="changed" title="Changed since you last looked">
        {day.changed.length === 0 ? <p className="px-card py-3 text-note text-ink-soft">Nothing new in the cases you have opened.</p> : <Rows label="Changed since you last looked">{day.changed.map((item) => <ChangedRow key={item.caseId} item={item} />)}</Rows>}
      </Card>
      {waiting.length > 0 ? (
        <Card flush id="waiting" title="Waiting on others" aside={<TextLink href={boardPath("asked")}>All {day.counts.waiting}</TextLink>}>
          <Rows label="Waiting on others">
            {waiting.map((line) => (
              <Row key={line.actionId} className="grid gap-0.5">
                <PlainLink className="font-semibold text-ink underline-offset-2 hover:underline wrap-anywhere" href={casePaths(line.caseId).plan}>{line.what}</PlainLink>
                <p className="flex flex-wrap gap-x-2 text-note text-ink-soft">
                  <DueTag words={line.due.words} tone={line.due.tone} dueAt={line.due.at} precision={line.due.precision} />
                  <span>{line.ownerAgency} · {line.status === "declined" ? "declined" : line.statusWords.toLowerCase()}</span>
                </p>
              </Row>
            ))}
          </Rows>
        </Card>
      ) : null}
    </>
  );
}
