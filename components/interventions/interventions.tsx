import type { InterventionsView, InterventionView } from "../../lib/interventions/schema";
import { Card, Row, Rows } from "../ui/layout/card";
import { EmptyState } from "../ui/layout/empty-state";
import { Tag } from "../ui/signal/tag";
import { InterventionForm } from "./intervention-form";
import { BreachButton, MoveButton } from "./intervention-steps";

/** The orders, agreements and other steps of a case: in force first, each with its life. */
export function Interventions({ view }: { view: InterventionsView }) {
  const live = view.interventions.filter((one) => one.isInForce);
  const others = view.interventions.filter((one) => !one.isInForce);
  return (
    <div className="grid items-start gap-card lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
      <div className="grid gap-card">
        <Card id="in-force" title="In force" aside={String(live.length)} flush>
          {live.length === 0 ? <EmptyState title="Nothing in force">Mediation, an agreement or an order stands here from the day it starts. It may outlive the case.</EmptyState> : null}
          <List interventions={live} today={view.today} />
        </Card>
        {others.length > 0 ? (
          <Card id="others" title="Considered or ended" aside={String(others.length)} flush>
            <List interventions={others} today={view.today} />
          </Card>
        ) : null}
      </div>
      {view.mayRecord ? <InterventionForm view={view} /> : null}
    </div>
  );
}

function List({ interventions, today }: { interventions: InterventionView[]; today: string }) {
  return (
    <Rows label="Interventions">
      {interventions.map((one) => (
        <Row key={one.interventionId}>
          <div className="grid gap-1">
            <p className="flex flex-wrap items-baseline gap-2">
              <b>{one.label}</b> <span>on {one.subject}</span> <Tag>{one.statusWords}</Tag>
            </p>
            <p className="text-note text-ink-soft">
              {one.periodWords} · {one.agencyName}
            </p>
            {one.terms ? <p className="whitespace-pre-line">{one.terms}</p> : null}
            {one.breaches.map((breach, index) => (
              <p key={index}>
                <b>Broken {breach.on}</b> {breach.words}
              </p>
            ))}
            {one.moves.length > 0 ? (
              <div className="flex flex-wrap gap-2">
                <MoveButton intervention={one} today={today} />
                {one.isInForce ? <BreachButton intervention={one} today={today} /> : null}
              </div>
            ) : null}
          </div>
        </Row>
      ))}
    </Rows>
  );
}
