import type { FieldProblem } from "@/lib/format/fields";

type Whoever = { personId?: string | undefined; person?: object | undefined; isAnonymous?: boolean | undefined };

/** Whether somebody is given in exactly one way: on record, typed, or as one who will not be named. */
export function isGivenOnce({ personId, person, isAnonymous }: Whoever): boolean {
  return [personId !== undefined, person !== undefined, isAnonymous === true].filter(Boolean).length === 1;
}

const NEEDS_NUMBER: Record<string, string> = {
  phone: "Enter the number that is safe to ring",
  text: "Enter the number that is safe to text",
  email: "Enter the e-mail address that is safe to write to",
};

/** What to ask for where the way to get in touch needs a number that is not there; null where nothing is wanting. */
export function missingNumber(contact: { method: string; number: string }): string | null {
  return contact.number === "" ? NEEDS_NUMBER[contact.method] ?? null : null;
}

/** A report of which some fields may be missing or wrong: each is looked at only where it is sound. */
type Partly = {
  placeId?: unknown; place?: unknown; happenedFrom?: unknown; happenedTo?: unknown; affected?: unknown; triggers?: unknown;
  caller?: { who?: unknown; index?: unknown } | undefined; outcome?: { kind?: unknown } | undefined;
};

/**
 * What does not fit together in a report, whatever the time. It is asked of half-sound reports too, so that everything
 * that is wrong is said at once.
 */
export function shapeFaults(report: Partly): FieldProblem[] {
  const faults: FieldProblem[] = [];
  const { caller, affected, triggers, happenedFrom, happenedTo } = report;
  if ((report.placeId === undefined) === (report.place === undefined)) {
    faults.push({ path: ["place"], message: "Enter where it happened, or choose a place from the list" });
  }
  if (happenedFrom instanceof Date && happenedTo instanceof Date && happenedTo < happenedFrom) {
    faults.push({ path: ["happenedTo"], message: "The end must be after the beginning" });
  }
  if (caller?.who === "affected" && Array.isArray(affected) && Number(caller.index ?? 0) >= affected.length) {
    faults.push({ path: ["affected"], message: "Enter who is affected, or select somebody else as the person who told you" });
  }
  if (Array.isArray(triggers) && triggers.length > 0 && report.outcome?.kind === "advice_only") {
    faults.push({ path: ["outcome"], message: "A trigger is ticked, so this cannot end in advice. Select a new case, a case to join, or triage" });
  }
  return faults;
}
