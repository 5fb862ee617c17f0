"use client";

import { kindWords } from "@/lib/cases/log/labels";
import { Select } from "../../ui/form/select";
import type { LogFilter } from "./use-case-log";

const offered = ["note", "contact", "decision", "information", "evidence", "risk", "shared", "state"];

type LogFiltersProps = { filter: LogFilter; kinds: readonly string[]; agencies: readonly { agencyId: string; name: string }[]; onChoose: (filter: LogFilter) => void };

/** Narrows the log to one kind or one agency. */
export function LogFilters({ filter, kinds, agencies, onChoose }: LogFiltersProps) {
  const all = [...new Set([...offered, ...kinds])];
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <Select name="log-kind" hideLabel label="Kind of entry" className="w-44" empty="All kinds" value={filter.kind} onChange={(kind) => onChoose({ ...filter, kind })} options={all.map((kind) => ({ value: kind, label: kindWords(kind) }))} />
      <Select name="log-agency" hideLabel label="Agency that wrote it" className="w-56" empty="All agencies" value={filter.agencyId} onChange={(agencyId) => onChoose({ ...filter, agencyId })} options={agencies.map((agency) => ({ value: agency.agencyId, label: agency.name }))} />
    </div>
  );
}
