import { describe, expect, it } from "vitest";
import { intakeInput } from "@/lib/assessments/intake/schema";
import { reportForm, whenForm, type Known } from "./to-form";
import { emptyPerson, emptyReport, restoredReport, type ReportDraft } from "./value";

const now = new Date("2026-07-18T09:12:00Z");
const versions = { victimTemplateId: "0c0c1f2e-5a57-4d0f-9f57-0c7a4a6d2c11", placeTemplateId: "1c0c1f2e-5a57-4d0f-9f57-0c7a4a6d2c11" };
const known: Known = { heading: "noise", qualifier: "personal", partnerIds: ["a", "b"], isAssessed: false, isImpactAssessed: false, howOften: "Most weeks", outcome: "triage", confirmedNew: false };
const karen = { ...emptyPerson, givenName: "Karen", familyName: "Kettle", bornOn: "1979-03-02" };
const draft = (more: Partial<ReportDraft> = {}): ReportDraft => ({
  ...emptyReport(now.toISOString(), "phone_101", versions), safeNow: "safe", place: { id: "5f0c3b1e-8a57-4d0f-9f57-0c7a4a6d2c11", label: "12 Eel Drove", ward: "March North" }, isHome: "yes",
  whatHappened: "Music at four in the morning", when: "now", who: "affected", affected: [karen], responsibleAs: "unknown", ...more,
});
const parse = (more: Partial<ReportDraft> = {}, also: Partial<Known> = {}) => intakeInput.safeParse(JSON.parse(JSON.stringify(reportForm(draft(more), { ...known, ...also }))));
const paths = (more: Partial<ReportDraft> = {}, also: Partial<Known> = {}) => parse(more, also).error?.issues.map((issue) => issue.path.join("."));

describe("reportForm", () => {
  it("sends what the server takes", () => {
    expect(parse().error).toBeUndefined();
    expect(parse({ responsibleAs: "sight", responsible: [{ ...draft().responsible[0]!, words: "Man at no. 14" }] }).data?.responsible).toEqual([{ person: { kind: "group", name: "Man at no. 14" }, note: "Known by sight" }]);
    expect(parse({ who: "anonymous", nobodyNamed: true }).data).toMatchObject({ caller: { who: "anonymous" }, affected: [{ isAnonymous: true }] });
  });

  it("sends what is missing so that it is asked for where it stands", () => {
    expect(paths({ safeNow: "" })).toContain("safeNow");
    expect(paths({ place: null })).toContain("place");
    expect(paths({ affected: [emptyPerson] })).toContain("affected.0.person.familyName");
    expect(paths({ affected: [{ ...karen, bornOn: "31/2/1979" }] })).toContain("affected.0.person.bornOn");
    expect(paths({ who: "" })).toContain("caller.who");
    expect(paths({ when: "" })).toContain("happenedFrom");
    expect(paths({ contact: { ...draft().contact, when: "After 16:00" } })).toContain("safeContact.number");
    expect(paths({}, { outcome: "advice_only" })).toContain("outcome.adviceGiven");
  });

  it("takes an address that matched nothing as a new place", () => {
    expect(parse({ place: null, placeText: "Behind the old mill" }).data?.place).toMatchObject({ kind: "address", line: "Behind the old mill" });
  });

  it("keeps the first classification and shares with those not taken out, in a new case alone", () => {
    expect(reportForm(draft({ firstHeading: "rowdy_behaviour", notShared: ["b"] }), { ...known, outcome: "new_case" })).toMatchObject({ originalHeading: "rowdy_behaviour", nsirHeading: "noise", shareWith: ["a"] });
    expect(reportForm(draft(), known).shareWith).toEqual([]);
  });

  it("sends the assessment with a case only, and only once it is whole", () => {
    expect(reportForm(draft(), { ...known, isAssessed: true }).assessment).toBeUndefined();
    expect(reportForm(draft(), { ...known, outcome: "new_case" }).assessment).toBeUndefined();
    const two = [{ ...emptyPerson, givenName: "Sid", role: "witness" as const }, karen];
    expect(reportForm(draft({ affected: two }), { ...known, outcome: "new_case", isAssessed: true }).assessment).toMatchObject({ affectedIndex: 1, source: "phone" });
  });
});

it("says when, in summer time too", () => {
  expect(whenForm({ when: "today", whenAt: now.toISOString(), happenedFrom: "" })).toEqual({ happenedFrom: "2026-07-17T23:00:00.000Z", happenedTo: "2026-07-18T09:12:00.000Z" });
  expect(whenForm({ when: "yesterday", whenAt: now.toISOString(), happenedFrom: "" })).toEqual({ happenedFrom: "2026-07-16T23:00:00.000Z", happenedTo: "2026-07-18T05:00:00.000Z" });
});

it("makes an old draft whole", () => {
  const empty = emptyReport(now.toISOString(), "visit", versions);
  expect(restoredReport({ whatHappened: "x", affected: [{ givenName: "Ann" }], contact: { number: "1" } }, empty)).toMatchObject({ whatHappened: "x", channel: "visit", affected: [{ ...emptyPerson, givenName: "Ann" }], contact: { number: "1", method: "phone" } });
});
