import { beforeAll, describe, expect, it } from "vitest";
import { recordIntervention } from "../../../lib/interventions/commands";
import { listInterventions } from "../../../lib/interventions/queries";
import { loadTestCounty, memberNamed } from "../../support/county";
import { asOwner, resetClock, setClock } from "../../support/database";
import { makeCase, type MadeCase } from "../../support/factories-cases";

let jo: string, made: MadeCase, alleged: string;

beforeAll(async () => {
  await loadTestCounty();
  await setClock("2026-10-20T10:00:00Z");
  jo = await memberNamed("Jo Ellwood");
  made = await makeCase({ by: jo, area: "FEN", rag: "amber" });
  alleged = (await asOwner<{ personId: string }>(`SELECT "personId" FROM "Involvement" WHERE "caseId" = $1 AND role = 'alleged_perpetrator'`, [made.caseId]))[0]!.personId;
  return resetClock;
});

const record = (typeCode: string, startsOn: string, more: object = {}) => recordIntervention.do({ member: jo }, { caseId: made.caseId, typeCode, personId: alleged, startsOn, ...more });
const kept = () => asOwner(`SELECT "typeCode" FROM "Intervention" WHERE "caseId" = $1 ORDER BY "typeCode"`, [made.caseId]);

describe("scenario 17: an order of an old law in 2026", () => {
  it("is refused when it is to start now, in words that offer what replaced it, and nothing is kept", async () => {
    await expect(record("asbo", "2026-11-01")).rejects.toMatchObject({
      rule: "ended",
      words: expect.stringMatching(/could not begin after .*2015, so it cannot start on .*1 November 2026\. Choose .*“Civil injunction”/),
      detail: { alternatives: expect.arrayContaining([{ code: "civil_injunction", label: "Civil injunction" }, expect.objectContaining({ code: "criminal_behaviour_order" })]) },
    });
    expect(await kept()).toEqual([]);
    expect(await asOwner(`SELECT id FROM "Entry" WHERE "caseId" = $1 AND kind = 'intervention'`, [made.caseId])).toEqual([]);
  });

  it("is kept as history when it began in 2011, marked so, with its line in the log", async () => {
    expect(await record("asbo", "2011-06-01", { endsOn: "2013-05-31", status: "expired" })).toMatchObject({ isHistoric: true });
    expect(await kept()).toEqual([{ typeCode: "asbo" }]);
    expect(await asOwner(`SELECT body FROM "Entry" WHERE "caseId" = $1 AND kind = 'intervention'`, [made.caseId])).toEqual([{ body: expect.stringContaining("Anti-social behaviour order: expired from") }]);
  });
});

it("scenario 17: a law that has not begun is neither offered nor taken until an administrator has dated it", async () => {
  const offered = async () => (await listInterventions.ask({ member: jo }, { caseId: made.caseId })).view.types.map(({ code }) => code);
  expect(await offered()).toContain("civil_injunction");
  expect(await offered()).not.toContain("respect_order");
  await expect(record("respect_order", "2026-11-01")).rejects.toMatchObject({ rule: "undated", words: expect.stringContaining("an administrator must first enter the day the law starts") });
  await asOwner(`UPDATE "InterventionType" SET "availableFrom" = '2026-10-01', "isSelectable" = true WHERE code = 'respect_order'`);
  expect(await offered()).toContain("respect_order");
  expect(await record("respect_order", "2026-11-01", { victimElsewhere: "no" })).toMatchObject({ isHistoric: false });
});
