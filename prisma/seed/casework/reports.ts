import { takeReport } from "../../../lib/assessments/intake/commands";
import type { IntakeForm } from "../../../lib/assessments/intake/schema";
import type { County } from "./county";
import { CaseHand } from "./hand";

/** A report as somebody takes it at the moment the clock shows; what is left out is usual. Agencies are named by code. */
export type Told = Omit<IntakeForm, "shareWith" | "happenedFrom" | "safeNow" | "caller" | "outcome" | "channel"> & {
  at: Date;
  placeId: string;
  /** How long before the report it happened, in hours. */
  hoursBefore?: number;
  safeNow?: IntakeForm["safeNow"];
  caller?: IntakeForm["caller"];
  channel?: IntakeForm["channel"];
  outcome?: IntakeForm["outcome"];
  shareWith?: string[];
};

async function take(county: County, by: string, { at, hoursBefore = 2, shareWith = [], ...told }: Told) {
  return takeReport.do(county.as(by), {
    safeNow: "safe", caller: { who: "affected", index: 0 }, channel: "phone_council", outcome: { kind: "new_case" }, ...told,
    happenedFrom: new Date(at.getTime() - hoursBefore * 3_600_000).toISOString(), shareWith: shareWith.map((code) => county.agency(code)),
  });
}

/** Takes a report that begins a case, and gives back the case to work on. */
export async function opensCase(county: County, by: string, told: Told): Promise<CaseHand> {
  const { asbCase } = await take(county, by, told);
  if (!asbCase) throw new Error("The report began no case.");
  return new CaseHand(county, asbCase.caseId, asbCase.reference);
}

/** Takes a report that waits for triage, ends in advice, or joins a case; gives back the report's id. */
export async function takesReport(county: County, by: string, told: Told): Promise<string> {
  return (await take(county, by, told)).reportId;
}

/** Somebody as a form takes them. */
export function someone(givenName: string, familyName: string, bornOn = "", language = "") {
  return { person: { kind: "individual" as const, givenName, familyName, bornOn, language } };
}

/** A group that nobody can name. */
export function somePeople(words: string) {
  return { person: { kind: "group" as const, name: words } };
}

/** A shop, a school or another body. */
export function someBody(name: string) {
  return { person: { kind: "organisation" as const, name } };
}
