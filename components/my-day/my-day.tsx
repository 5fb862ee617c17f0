"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { DayView, MyDayView } from "@/lib/notices/my-day/schema";
import { ActionRow } from "../shared-actions/action-row";
import { refreshBadges } from "../shell/navigation/use-badges";
import { Columns, PageBody, PageTitle } from "../shell/page-parts";
import { ask } from "../shell/send";
import { Card, Rows } from "../ui/layout/card";
import { EmptyState } from "../ui/layout/empty-state";
import { TabLinks } from "../ui/layout/tab-links";
import { DraftRows, OwnReports } from "./drafts";
import { DueItemRow } from "./due-rows";
import { News } from "./news";

const every = 60_000;

const dayPath = (view: DayView) => (view === "mine" ? "/my-day" : `/my-day?view=${view}`);

const empty: Record<"mine" | "agency", { title: string; words: string }> = {
  mine: { title: "Nothing is due to you this week", words: "Contacts, actions, reviews and calls of the cases you are named on stand here by the clock." },
  agency: { title: "Nothing is due to your agency this week", words: "What is due on the cases your agency leads, and what others asked of it, stands here by the clock." },
};

/** Asked again every minute without counting as activity, and at once after something was done. */
function useDay(first: MyDayView) {
  const client = useQueryClient();
  const key = useMemo(() => ["my-day", first.view], [first.view]);
  // What the page came with is newer than what was held from the last visit.
  useEffect(() => {
    client.setQueryData<MyDayView>(key, (held) => (held && held.now > first.now ? held : first));
  }, [client, key, first]);
  const found = useQuery({
    queryKey: key, initialData: first, refetchInterval: every, staleTime: every,
    queryFn: ({ signal }) => ask<MyDayView>("/api/my-day", { view: first.view }, { signal, background: true }),
  });
  const changed = () => {
    refreshBadges();
    void client.invalidateQueries({ queryKey: key });
  };
  return { day: found.data, changed };
}

function DueList({ day, onChanged }: { day: MyDayView; onChanged: () => void }) {
  const words = empty[day.view === "agency" ? "agency" : "mine"];
  if (day.items.length === 0) return <EmptyState level={3} title={words.title}>{words.words}</EmptyState>;
  return (
    <>
      <Rows label="Due, by the clock">
        {day.items.map((item) => <DueItemRow key={item.key} item={item} colleagues={day.colleagues} onChanged={onChanged} />)}
      </Rows>
      {day.isCut ? <p className="border-t border-line px-card py-3 text-note text-ink-soft">These are the first {day.items.length} by the clock. The rest follows as they are done.</p> : null}
    </>
  );
}

function WaitingList({ day, onChanged }: { day: MyDayView; onChanged: () => void }) {
  if (day.waiting.length === 0) return <EmptyState level={3} title="You are waiting for nobody">What your agency asks of others stands here until they have done it.</EmptyState>;
  return <Rows label="Waiting on others">{day.waiting.map((line) => <ActionRow key={line.actionId} line={line} colleagues={day.colleagues} onChanged={onChanged} />)}</Rows>;
}

const titles: Record<DayView, string> = { mine: "Next, by the clock", agency: "Next, by the clock", waiting: "Waiting on others", drafts: "Drafts" };

function CaseworkDay({ day, onChanged }: { day: MyDayView; onChanged: () => void }) {
  const tabs = [
    { href: dayPath("mine"), label: "Mine", count: day.counts.mine },
    { href: dayPath("agency"), label: day.agencyName, count: day.counts.agency },
    { href: dayPath("waiting"), label: "Waiting on others", count: day.counts.waiting },
    { href: dayPath("drafts"), label: "Drafts", count: day.counts.drafts },
  ];
  return (
    <>
      <TabLinks look="pills" label="Whose day" tabs={tabs} current={dayPath(day.view)} />
      <Columns sideLabel="What is new" side={<News day={day} />}>
        <Card flush id="day" title={titles[day.view]} aside={<span className="max-lg:hidden">j k to move · Enter to open · d to do</span>}>
          {day.view === "waiting" ? <WaitingList day={day} onChanged={onChanged} /> : day.view === "drafts" ? <DraftRows drafts={day.drafts} /> : <DueList day={day} onChanged={onChanged} />}
        </Card>
        {day.view === "mine" && day.drafts.length > 0 ? <Card flush id="drafts" title="Not finished"><DraftRows drafts={day.drafts} /></Card> : null}
      </Columns>
    </>
  );
}

/** The day of a member: what is due by the clock, done in place; what is new beside it. */
export function MyDay({ view }: { view: MyDayView }) {
  const { day, changed } = useDay(view);
  const night = day.outOfHours ? `Out of hours: ${day.outOfHours.name} ${day.outOfHours.phone}` : undefined;
  return (
    <PageBody>
      <PageTitle note={night}>{day.dayWords}</PageTitle>
      {day.readsCases ? <CaseworkDay day={day} onChanged={changed} /> : <OwnReports day={day} />}
    </PageBody>
  );
}
