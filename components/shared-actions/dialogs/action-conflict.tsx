"use client";

import { actionStandsSchema } from "@/lib/shared-actions/schema";
import type { Problem } from "../../shell/sending/problem";
import { Button } from "../../ui/button";
import { WarningStrip } from "../../ui/signal/notice";
import { standsWords } from "./words";

type ActionConflictProps = { problem: Problem | null; onGoOn: (version: number) => void };

/** Somebody answered first: how it stands now, with what was typed still there, and a way to go on. */
export function ActionConflict({ problem, onGoOn }: ActionConflictProps) {
  const stands = problem?.error === "Conflict" ? actionStandsSchema.safeParse(problem.current).data : undefined;
  if (!stands) return null;
  return (
    <WarningStrip
      role="alert"
      title="Someone changed this while you had it open."
      action={<Button size="small" onClick={() => onGoOn(stands.version)}>Save mine all the same</Button>}
    >
      It stands as: {standsWords(stands)}. What you typed is still here.
    </WarningStrip>
  );
}
