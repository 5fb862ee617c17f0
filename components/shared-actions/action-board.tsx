"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ActionBoardView, BoardView } from "@/lib/shared-actions/board/schema";
import { PageBody, PageTitle } from "../shell/page-parts";
import { refreshBadges } from "../shell/navigation/use-badges";
import { Card, Rows } from "../ui/layout/card";
import { EmptyState } from "../ui/layout/empty-state";
import { Pagination } from "../ui/layout/pagination";
import { TabLinks } from "../ui/layout/tab-links";
import { LinkButton } from "../ui/link";
import { Checkbox } from "../ui/form/checkbox";
import { VisuallyHidden } from "../ui/visually-hidden";
import { ActionRow } from "./action-row";
import { boardPath } from "./action-paths";
import { BulkAccept } from "./bulk-accept";

const titles: Record<BoardView, (agency: string) => string> = {
  offered: (agency) => `Asked of ${agency}, not answered`,
  mine: () => "Mine to do",
  agency: (agency) => `All that ${agency} has to do`,
  overdue: () => "Late",
  asked: (agency) => `What ${agency} asked of others`,
  done: () => "Ended in the last 28 days",
};

const empty: Record<BoardView, { title: string; words: string }> = {
  offered: { title: "Nothing waits for an answer", words: "When another agency asks yours to do something, it stands here until somebody accepts or declines it." },
  mine: { title: "Nothing is yours to do", words: "Accept something that was asked of your agency, or take it on from a colleague." },
  agency: { title: "Your agency has nothing to do", words: "What it accepts on any case stands here." },
  overdue: { title: "Nothing is late", words: "What passes its time without an outcome stands here, and so does what was declined and not asked again." },
  asked: { title: "You are waiting for nobody", words: "Ask an agency from the Plan & actions page of a case." },
  done: { title: "Nothing has ended lately", words: "What was done or cancelled stays here for 28 days, and in its case for good." },
};

/** Everything asked of an agency and by it, one list at a time, answered in place. */
export function ActionBoard({ view }: { view: ActionBoardView }) {
  const router = useRouter();
  const [chosenIds, setChosen] = useState<readonly string[]>([]);
  // What was just answered leaves at once; the list itself follows when the server has told it anew.
  const [answered, setAnswered] = useState<{ at: string; ids: readonly string[] }>({ at: view.now, ids: [] });
  const gone = answered.at === view.now ? answered.ids : [];
  const lines = view.lines.filter((line) => !gone.includes(line.actionId));
  const chosen = lines.filter((line) => chosenIds.includes(line.actionId) && line.may.accept);
  const changed = (ids: readonly string[] = []) => {
    setAnswered({ at: view.now, ids: [...gone, ...ids] });
    refreshBadges();
    router.refresh();
  };
  const tabs = [
    { href: boardPath("offered"), label: "Offered", count: view.counts.offered },
    { href: boardPath("mine"), label: "Mine", count: view.counts.mine },
    { href: boardPath("agency"), label: view.agencyName, count: view.counts.agency },
    { href: boardPath("overdue"), label: "Late", count: view.counts.overdue },
    { href: boardPath("asked"), label: "Asked of others", count: view.counts.asked },
    { href: boardPath("done"), label: "Ended lately" },
  ];
  const choose = (actionId: string) => (checked: boolean) => setChosen((before) => (checked ? [...before, actionId] : before.filter((one) => one !== actionId)));
  return (
    <PageBody>
      <PageTitle>Actions</PageTitle>
      <TabLinks look="pills" label="Lists of actions" tabs={tabs} current={boardPath(view.view)} />
      <Card flush id="actions" title={titles[view.view](view.agencyName)} aside={<span className="max-lg:hidden">j k to move · Enter to open · d the first button</span>}>
        {lines.length === 0 ? (
          <EmptyState title={empty[view.view].title} level={3} action={view.view === "offered" ? <LinkButton href={boardPath("agency")}>All that is ours</LinkButton> : null}>{empty[view.view].words}</EmptyState>
        ) : (
          <Rows label={titles[view.view](view.agencyName)}>
            {lines.map((line) => (
              <ActionRow
                key={line.actionId} line={line} colleagues={view.colleagues} onChanged={() => changed()}
                choose={view.view === "offered" && line.may.accept ? <Checkbox name={`choose-${line.actionId}`} label={<VisuallyHidden>Choose: {line.what}</VisuallyHidden>} checked={chosenIds.includes(line.actionId)} onChange={choose(line.actionId)} /> : undefined}
              />
            ))}
          </Rows>
        )}
        <BulkAccept chosen={chosen} onClear={() => setChosen([])} onChanged={() => changed()} onAccepted={changed} />
      </Card>
      <Pagination label="More actions" nextHref={view.next ? boardPath(view.view, view.next) : null} />
    </PageBody>
  );
}
