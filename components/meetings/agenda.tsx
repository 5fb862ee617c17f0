import { nearDayAndTime } from "../../lib/format/dates";
import { counted } from "../../lib/format/due";
import type { AgendaItem, AgendaView } from "../../lib/meetings/schema";
import { PageBody, PageTitle } from "../shell/page-parts";
import { Card, Row, Rows } from "../ui/layout/card";
import { EmptyState } from "../ui/layout/empty-state";
import { TabLinks } from "../ui/layout/tab-links";
import { PlainLink } from "../ui/link";
import { DueTag } from "../ui/signal/due-tag";
import { RagTag } from "../ui/signal/rag-tag";
import { DecisionButton } from "./decision-button";

/** A panel's standing agenda: each open red case, worst clock first, with what changed. */
export function Agenda({ view }: { view: AgendaView }) {
  const { panel } = view;
  if (!panel) return null;
  return (
    <PageBody>
      <PageTitle note={`${counted(view.items.length, "red case")} · chair ${panel.chairName} · coordinator ${panel.coordinatorName}`}>{panel.name}</PageTitle>
      {view.panels.length > 1 ? (
        <TabLinks label="Groups" tabs={view.panels.map((one) => ({ href: `/meetings?panel=${one.panelId}`, label: one.name }))} current={`/meetings?panel=${panel.panelId}`} />
      ) : null}
      <Card id="agenda" title="Red cases, by the clock" aside={<span className="max-lg:hidden">j k to move · Enter to open</span>} flush>
        {view.items.length === 0 ? <EmptyState title="No red cases in this area">Every open red case of the area stands here from the moment it turns red.</EmptyState> : null}
        <Rows label="Red cases">
          {view.items.map((item) => (
            <Row key={item.caseId}>
              <Item item={item} panelId={panel.panelId} now={view.now} />
            </Row>
          ))}
        </Rows>
      </Card>
    </PageBody>
  );
}

function Item({ item, panelId, now }: { item: AgendaItem; panelId: string; now: string }) {
  return (
    <div className="grid gap-2 lg:grid-cols-[9rem_minmax(0,1fr)_auto] lg:gap-4">
      <div>
        {item.worst ? (
          <>
            <DueTag words={item.worst.clock.words} tone={item.worst.clock.tone} dueAt={item.worst.clock.at} />
            <p className="text-note text-ink-soft">{item.worst.what}</p>
          </>
        ) : (
          <p className="text-note text-ink-soft">No clock is running: nobody is minding this case</p>
        )}
      </div>
      <div className="grid min-w-0 gap-1">
        <p>
          <PlainLink href={`/cases/${item.caseId}`} className="font-bold text-link underline underline-offset-2">
            {item.title}
          </PlainLink>{" "}
          <span className="text-note text-ink-soft tabular-nums">{item.reference}</span>
        </p>
        <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
          <RagTag rag="red" /> <span>{item.ragReason}</span>
        </p>
        <p className="text-note text-ink-soft">
          {item.leadName}
          {item.officerName ? `, ${item.officerName}` : ""}
          {item.redSince ? ` · red since ${nearDayAndTime(item.redSince, now)}` : ""} · {counted(item.openActions, "open action")}
          {item.overdueActions > 0 ? <b className="text-late"> · ! {counted(item.overdueActions, "action")} late</b> : null}
        </p>
        <p className="text-note">{item.changes.length > 0 ? `Since you last looked: ${item.changes.join(", ")}.` : "Nothing new since you last looked."}</p>
        {item.lastDecision ? <p className="text-note text-ink-soft">Last decision, {nearDayAndTime(item.lastDecision.at, now)}: {item.lastDecision.words.slice(0, 160)}</p> : null}
      </div>
      <div className="flex flex-wrap items-start gap-2">
        <DecisionButton item={item} panelId={panelId} />
      </div>
    </div>
  );
}
