"use client";

import { useCallback, useEffect, useMemo, useState } from "react";
import type { ReportFormView } from "@/lib/assessments/intake/form/schema";
import type { IntakeForm, TakenReport } from "@/lib/assessments/intake/schema";
import { useDraft } from "@/components/shell/use-draft";
import type { FieldProblem } from "@/components/ui/form/form-errors";
import { useSend } from "@/components/shell/use-send";
import { reportPaths } from "../paths";
import { derive } from "./derived";
import { fieldOf, sectionOf } from "./sections";
import { reportForm } from "./to-form";
import { useKnownCaller, useKnownHere, useOnSaving } from "./use-known";
import { emptyReport, restoredReport, type ReportDraft } from "./value";

/** Messages by the form's own names, in the order of the page, each once. */
function fieldErrors(errors: readonly FieldProblem[], isTyped: boolean): FieldProblem[] {
  const named = errors.map(({ path, message }) => ({ path: fieldOf(path, isTyped), message }));
  const isFirst = (one: FieldProblem, at: number) => named.findIndex((other) => other.path === one.path) === at;
  return named.filter(isFirst).sort((a, b) => sectionOf(a.path) - sectionOf(b.path));
}

/** The report in hand: what was typed and kept, what follows from it, what is known beside it, and its saving. */
export function useReport(view: ReportFormView) {
  const initial = useMemo(() => emptyReport(view.openedAt, view.channel, view), [view]);
  const restored = useMemo(() => view.restored && { data: restoredReport(view.restored.data, initial), savedAt: view.restored.savedAt }, [view.restored, initial]);
  const draft = useDraft<ReportDraft>({ kind: "report", subject: view.subject, initial, restored });
  const here = useKnownHere(draft.data);
  const caller = useKnownCaller(draft.data);
  const derived = derive(draft.data, view, { here: here.data, caller: caller.data });
  const saving = useOnSaving(draft.data, derived);
  const [taken, setTaken] = useState<TakenReport | null>(null);
  const sending = useSend<TakenReport, IntakeForm>({
    path: reportPaths.take,
    onSaved: (saved) => {
      setTaken(saved);
      void draft.discard();
      window.history.replaceState(null, "", reportPaths.fresh);
    },
  });
  const { change } = draft;
  const put = useCallback((part: Partial<ReportDraft>) => change((before) => ({ ...before, ...part })), [change]);
  useEffect(() => {
    // Kept under its own name in the address, so that loading the page again finds it.
    window.history.replaceState(null, "", reportPaths.draft(view.subject));
  }, [view.subject]);

  const save = (confirmedNew = false) => {
    const { heading, qualifier, isAssessed, isImpactAssessed, howOften, outcome } = derived;
    const partnerIds = (saving.data?.partners ?? []).map(({ agencyId }) => agencyId);
    return sending.save(reportForm(draft.data, { heading, qualifier, isAssessed, isImpactAssessed, howOften, outcome, partnerIds, confirmedNew }));
  };
  const errors = useMemo(() => fieldErrors(sending.errors, draft.data.isTyped), [sending.errors, draft.data.isTyped]);
  const wrong = useMemo(() => [...new Set(errors.map(({ path }) => sectionOf(path)))], [errors]);
  return { draft: draft.data, draftState: draft.state, discard: draft.discard, put, derived, here: here.data, caller: caller.data, saving: saving.data, sending, save, errors, wrong, taken };
}
