"use client";

import { useRouter } from "next/navigation";
import { counted } from "@/lib/format/due";
import type { CasePlanView } from "@/lib/shared-actions/plan/schema";
import { CaseFrame } from "../cases/case-frame";
import { refreshBadges } from "../shell/navigation/use-badges";
import { Card, Rows } from "../ui/layout/card";
import { Disclosure } from "../ui/layout/disclosure";
import { EmptyState } from "../ui/layout/empty-state";
import { FactStrip } from "../ui/signal/notice";
import { ActionRow } from "./action-row";
import { QuickAdd } from "./quick-add";

/** The plan of one case: ask, see what is still to be done and by whom, and what came of the rest. */
export function CasePlan({ view }: { view: CasePlanView }) {
  const router = useRouter();
  const changed = () => {
    refreshBadges();
    router.refresh();
  };
  const late = view.open.filter((line) => line.isOverdue).length;
  return (
    <CaseFrame header={view.header} tab="plan">
      {view.mayRaise ? (
        <Card id="ask" title="Ask an agency to act">
          <QuickAdd plan={view} onAdded={changed} />
        </Card>
      ) : (
        view.header.openUntilWords ? null : <FactStrip title="You can answer what is asked of you here.">{view.whyNotRaise}</FactStrip>
      )}
      <Card flush id="open-actions" title="Still to be done" aside={view.open.length > 0 ? [counted(view.open.length, "action"), late > 0 ? `${late} late` : ""].filter(Boolean).join(", ") : null}>
        {view.open.length === 0 ? (
          <EmptyState level={3} title="Nothing is open">{view.mayRaise ? "Ask someone above: who, what and by when. It is in their day at once." : view.header.openUntilWords ? null : "When your agency is asked to do something, it stands here."}</EmptyState>
        ) : (
          <Rows label="Still to be done">
            {view.open.map((line) => (
              <ActionRow key={line.actionId} isOnCase line={line} colleagues={view.colleagues} onChanged={changed} />
            ))}
          </Rows>
        )}
      </Card>
      {view.ended.length > 0 ? (
        <Disclosure summary={`Done and cancelled (${view.ended.length})`}>
          <Card flush>
            <Rows label="Done and cancelled">
              {view.ended.map((line) => (
                <ActionRow key={line.actionId} isOnCase line={line} colleagues={view.colleagues} onChanged={changed} />
              ))}
            </Rows>
          </Card>
        </Disclosure>
      ) : null}
    </CaseFrame>
  );
}
