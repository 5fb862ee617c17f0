import type { ChecklistView } from "@/lib/agencies/county/schema";
import { Card, Row, Rows } from "../../ui/layout/card";
import { LinkButton } from "../../ui/link";
import { Tag } from "../../ui/signal/tag";
import { VisuallyHidden } from "../../ui/visually-hidden";
import { AdminFrame } from "../admin-frame";
import { adminPaths } from "../admin-paths";

/** What is done of setting the county up, and what comes next. It stays: an agency that lost its administrator shows here too. */
export function SettingUp({ view }: { view: ChecklistView }) {
  return (
    <AdminFrame menu={view.menu} title="Setting up" note={view.done === view.steps.length ? "Everything is in place" : `${view.done} of ${view.steps.length} steps are done`} current={adminPaths.start}>
      <Card flush>
        <Rows label="Steps">{view.steps.map((step, position) => <Step key={step.key} step={step} number={position + 1} />)}</Rows>
      </Card>
    </AdminFrame>
  );
}

function Step({ step, number }: { step: ChecklistView["steps"][number]; number: number }) {
  return (
    <Row className="grid gap-x-6 gap-y-2 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
      <div className="min-w-0 wrap-anywhere">
        <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1"><strong>{number}. {step.title}</strong>{step.isDone ? <Tag tone="act">Done</Tag> : step.isNext ? <Tag tone="soon">Next</Tag> : <Tag>To do</Tag>}</p>
        <p className="text-note text-ink-soft">{step.words}</p>
      </div>
      {step.isDone ? null : <LinkButton href={step.href} look={step.isNext ? "primary" : "secondary"} size="small">{step.action}<VisuallyHidden>: {step.title}</VisuallyHidden></LinkButton>}
    </Row>
  );
}
