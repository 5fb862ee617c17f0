import type { AsideView, OpenActionView } from "@/lib/cases/page/aside/schema";
import { casePaths } from "../case-paths";
import { Card, Row, Rows } from "../../ui/layout/card";
import { TextLink } from "../../ui/link";
import { DueTag } from "../../ui/signal/due-tag";
import { BeforeYouRingCard } from "./before-you-ring-card";
import { PeopleCard } from "./people-card";

function OpenActions({ actions, planHref }: { actions: readonly OpenActionView[]; planHref: string }) {
  return (
    <Card title="Open actions" aside={<TextLink href={planHref}>Plan</TextLink>} flush>
      {actions.length === 0 ? <p className="px-card py-3 text-ink-soft">None open.</p> : null}
      <Rows label="Open actions">
        {actions.map((action) => (
          <Row key={action.id} className="py-2">
            <div className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 wrap-anywhere">{action.what}</span>
              <DueTag {...action.due} dueAt={action.due.at} />
            </div>
            <p className="text-note text-ink-soft">
              {action.who}
              {action.isOffered ? " · not yet accepted" : ""}
            </p>
          </Row>
        ))}
      </Rows>
    </Card>
  );
}

function Figures({ figures }: { figures: AsideView["figures"] }) {
  if (figures.length === 0) return null;
  return (
    <Card title="First report to…">
      <dl className="divide-y divide-line">
        {figures.map((figure) => (
          <div key={figure.what} className="flex justify-between gap-3 py-1.5">
            <dt>{figure.what}</dt>
            <dd className="font-bold tabular-nums">{figure.took}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** What stands beside the log: how to ring, open actions, who is who, and how fast it went. */
export function CaseAside({ caseId, aside }: { caseId: string; aside: AsideView }) {
  return (
    <>
      {aside.beforeYouRing.map((how) => (
        <BeforeYouRingCard key={how.id} how={how} />
      ))}
      <OpenActions actions={aside.openActions} planHref={casePaths(caseId).plan} />
      <PeopleCard aside={aside} />
      <Figures figures={aside.figures} />
    </>
  );
}
