"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import type { CaseLogView } from "@/lib/cases/page/log-tab/schema";
import type { EntryView, LogPage } from "@/lib/cases/log/schema";
import { readLog } from "./read-log";
import { useLive } from "./use-live";
import { usePlace } from "./use-place";

export type LogFilter = { kind: string; agencyId: string };

/** Entries that say the case's head has changed: its colour, its state, or who has it. */
const headKinds = new Set(["rag", "state", "shared"]);

const keyOf = (filter: LogFilter) => `${filter.kind}|${filter.agencyId}`;

const newestFirst = (a: EntryView, b: EntryView) => b.recordedAt.localeCompare(a.recordedAt) || b.seq.padStart(20, "0").localeCompare(a.seq.padStart(20, "0"));

/** The entries in hand: those the page came with, older ones as they are asked for, and new ones as they are written. */
export function useCaseLog(caseId: string, log: CaseLogView, onHeadChanged: () => void) {
  const [entries, setEntries] = useState(() => new Map(log.page.entries.map((entry) => [entry.id, entry])));
  const [filter, setFilter] = useState<LogFilter>(log.filter);
  const [older, setOlder] = useState<Record<string, string | null>>({ [keyOf(log.filter)]: log.page.older });
  const [heard, setHeard] = useState("");
  const [problem, setProblem] = useState("");
  const cursor = useRef(log.page.cursor);
  const known = useRef(entries);
  const hold = usePlace(entries);

  const add = useCallback((page: LogPage) => {
    const next = new Map(known.current);
    for (const entry of page.entries) next.set(entry.id, entry);
    known.current = next;
    setEntries(next);
  }, []);
  const takeNew = useCallback((page: LogPage) => {
    cursor.current = page.cursor;
    const fresh = page.entries.filter((entry) => !known.current.has(entry.id) && entry.author.id !== log.writer.memberId);
    if (page.entries.length > 0) {
      hold();
      add(page);
    }
    if (fresh.some((entry) => headKinds.has(entry.kind))) onHeadChanged();
    if (fresh.length > 0) setHeard(`New in the log: ${fresh.map((entry) => `${entry.kindWords} by ${entry.author.name}, ${entry.author.agencyName}`).join("; ")}`);
  }, [add, hold, log.writer.memberId, onHeadChanged]);
  const live = useLive({ caseId, cursor, take: takeNew });

  const read = useCallback(async (wanted: LogFilter, before?: string) => {
    setProblem("");
    const answer = await readLog(caseId, { ...wanted, before }, false);
    if (!("page" in answer)) return setProblem("We could not fetch more of the log. Try again.");
    add(answer.page);
    setOlder((held) => ({ ...held, [keyOf(wanted)]: answer.page.older }));
  }, [caseId, add]);
  const choose = useCallback((wanted: LogFilter) => {
    setFilter(wanted);
    if (older[keyOf(wanted)] === undefined) void read(wanted);
  }, [older, read]);

  const shown = useMemo(
    () => [...entries.values()].filter((entry) => (!filter.kind || entry.kind === filter.kind) && (!filter.agencyId || entry.author.agencyId === filter.agencyId)).sort(newestFirst),
    [entries, filter],
  );
  const olderFrom = older[keyOf(filter)];
  return { shown, filter, choose, olderFrom, readOlder: () => read(filter, olderFrom ?? undefined), heard, problem, ...live };
}
