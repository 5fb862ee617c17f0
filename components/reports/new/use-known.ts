"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { OnSavingView } from "@/lib/assessments/intake/saving/schema";
import type { KnownCallerView, KnownHereView } from "@/lib/reports/known/schema";
import { isDay } from "@/lib/format/dates";
import { ask } from "@/components/shell/send";
import { reportPaths } from "../paths";
import type { Derived } from "./derived";
import { namedAffected, type ReportDraft } from "./value";

const pause = 400;

/** A value once it has stood still for a moment. */
function useSettled<Value>(value: Value): Value {
  const words = JSON.stringify(value);
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(words) as Value), pause);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}

/** What is known at the place chosen. */
export function useKnownHere(draft: ReportDraft) {
  const placeId = draft.place?.id ?? "";
  return useQuery({ queryKey: ["report", "known-here", placeId], queryFn: ({ signal }) => ask<KnownHereView>(reportPaths.knownHere, { placeId }, { signal, quiet: true }), enabled: placeId !== "", staleTime: 60_000 });
}

/** Earlier reports by the person who told us, by name with date of birth or number. */
export function useKnownCaller(draft: ReportDraft) {
  const person = draft.who === "someone_else" ? draft.teller : namedAffected(draft)[0]?.person;
  const bornOn = person && isDay(person.bornOn) ? person.bornOn : "";
  const asked = useSettled({ givenName: person?.givenName.trim() ?? "", familyName: person?.familyName.trim() ?? "", bornOn, number: draft.contact.number.trim() });
  const isEnough = `${asked.givenName}${asked.familyName}` !== "" && (asked.bornOn !== "" || asked.number.replace(/\D/g, "").length >= 6);
  return useQuery({ queryKey: ["report", "known-caller", asked], queryFn: ({ signal }) => ask<KnownCallerView>(reportPaths.knownCaller, asked, { signal, quiet: true }), enabled: isEnough, staleTime: 60_000 });
}

/** What saving would do, asked again when an answer changes it. */
export function useOnSaving(draft: ReportDraft, derived: Derived) {
  const victim = derived.victim;
  const asked = useSettled({
    ...(draft.place ? { placeId: draft.place.id } : draft.typed.areaCode ? { areaCode: draft.typed.areaCode } : {}),
    rag: derived.rag, answers: derived.impactScored ? draft.impact.answers : draft.assessment.answers, factors: draft.assessment.factors,
    triggers: [...draft.assessment.confirmedTriggers, ...derived.scored.computedTriggers], bornOn: victim && isDay(victim.bornOn) ? victim.bornOn : "",
    ...(draft.leads ? { leads: draft.leads } : {}),
  });
  return useQuery({ queryKey: ["report", "on-saving", asked], queryFn: ({ signal }) => ask<OnSavingView>(reportPaths.onSaving, asked, { signal, quiet: true }), placeholderData: keepPreviousData, staleTime: 60_000 });
}
