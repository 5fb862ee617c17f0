import { beforeAll, describe, expect, it } from "vitest";
import { getCaseloadOverview, listBehindFigure } from "../../../lib/overview/queries";
import type { CaseloadView, Figure } from "../../../lib/overview/schema";
import table1 from "../../../prisma/seed/data/table-1.json";
import { loadPilot } from "../../../prisma/seed/county-casework";
import { ownerClient } from "../../../prisma/seed/owner";
import { opensCase, someone } from "../../../prisma/seed/casework/reports";
import { exampleAnswers } from "../../../prisma/seed/casework/answers";
import { County } from "../../../prisma/seed/casework/county";
import { loadTestCounty, memberNamed } from "../../support/county";
import { asOwner } from "../../support/database";

const on = table1.asAt;
let jo: string;

beforeAll(async () => {
  await loadTestCounty();
  const db = ownerClient();
  await loadPilot(db).finally(() => db.$disconnect());
  jo = await memberNamed("Jo Ellwood");
}, 120_000);

const overview = async (member: string, day = on) => (await getCaseloadOverview.ask({ member }, { area: "FEN", on: day })).view;
const asRecord = (figures: Figure[]) => Object.fromEntries(figures.map(({ code, count }) => [code, count]));
const all = (view: CaseloadView) => [...view.victims, ...view.middle, ...view.unattributed, ...view.perpetrators];
const behind = async (member: string, { section, code }: Figure, day = on) => (await listBehindFigure.ask({ member }, { area: "FEN", on: day, section, code })).view;

/** The middle column under the names by which the table's file knows it. */
function middleOf(view: CaseloadView) {
  const { family_intervention_project: families, ...rest } = asRecord(view.middle);
  return { ...rest, family_intervention_project_families: families };
}

describe("Table 1 of the 2012 needs assessment", () => {
  it("comes out of the records, every figure of it and nothing else", async () => {
    const view = await overview(jo);
    expect(asRecord(view.victims)).toEqual(table1.victimNeeds);
    expect(middleOf(view)).toEqual(table1.cases);
    expect(asRecord(view.unattributed)).toEqual(table1.caseNeeds);
    expect(asRecord(view.perpetrators)).toEqual(table1.perpetratorNeeds);
    expect(all(view)).toHaveLength(Object.keys({ ...table1.victimNeeds, ...table1.cases }).length + Object.keys(table1.caseNeeds).length + Object.keys(table1.perpetratorNeeds).length);
  });

  it("keeps the two codes of learning apart, and calls domestic abuse what it was called then", async () => {
    const view = await overview(jo);
    expect(view.victims.find(({ code }) => code === "learning_disability")).toMatchObject({ label: "Learning disabilities", count: 2 });
    expect(view.unattributed.find(({ code }) => code === "learning_difficulty")).toMatchObject({ label: "Learning difficulties", count: 1 });
    expect(view.perpetrators.find(({ code }) => code === "domestic_abuse")?.label).toBe("Domestic violence");
  });

  it("opens the records behind every figure, as many as it says", async () => {
    for (const figure of all(await overview(jo))) {
      const found = await behind(jo, figure);
      expect(found, figure.code).toMatchObject({ count: figure.count, hidden: 0 });
      // People are counted once, whatever they need: fourteen victims have seventeen needs between them.
      expect(found.records, figure.code).toHaveLength(figure.code === "victims_requiring_support" ? 17 : figure.count);
      expect(found.records.every(({ caseId, reference }) => caseId !== "" && /^FEN-201[12]-\d{5}$/.test(reference)), figure.code).toBe(true);
    }
  });

  it("says nothing of persons by name in what it opens", async () => {
    let words = "";
    for (const figure of all(await overview(jo))) words += JSON.stringify(await behind(jo, figure));
    const names = (await asOwner<{ familyName: string }>(`SELECT DISTINCT "familyName" FROM "Person"`)).map(({ familyName }) => familyName);
    expect(names.length).toBeGreaterThan(20);
    // A family that an intervention is on goes by its name; nobody else does.
    expect(names.filter((name) => words.replaceAll(/[A-Z][a-z]+ household/g, "").includes(name))).toEqual([]);
  });
});

describe("who may have the figures", () => {
  it("not an outsider, who is told as little as of an area that does not exist", async () => {
    const asha = await memberNamed("Asha Patel");
    await expect(getCaseloadOverview.ask({ member: asha }, { area: "FEN", on })).rejects.toMatchObject({ name: "Error", message: expect.stringContaining("figures of an area") });
    const colin = await memberNamed("Colin Dyke");
    await expect(getCaseloadOverview.ask({ member: colin }, { area: "FEN", on })).rejects.toThrow("We could not find that.");
    await expect(getCaseloadOverview.ask({ member: colin }, { area: "XXX", on })).rejects.toThrow("We could not find that.");
    await expect(listBehindFigure.ask({ member: colin }, { area: "FEN", on, section: "cases", code: "ongoing_cases" })).rejects.toThrow("We could not find that.");
    expect(asRecord((await getCaseloadOverview.ask({ member: colin }, { on })).view.victims)).toEqual({});
  });

  it("an analyst has the numbers and none of the records", async () => {
    const nadia = await memberNamed("Nadia Kern");
    const view = await overview(nadia);
    expect(asRecord(view.perpetrators)).toEqual(table1.perpetratorNeeds);
    for (const figure of all(view)) expect(await behind(nadia, figure), figure.code).toMatchObject({ count: figure.count, records: [], hidden: figure.count });
  });

  it("a manager of a partner on the cases has both, as far as their agency's reach goes", async () => {
    const tom = await memberNamed("Tom Barrett");
    for (const figure of all(await overview(tom))) expect((await behind(tom, figure)).hidden, figure.code).toBe(0);
    const [shared] = await asOwner<{ caseId: string }>(`SELECT "caseId" FROM "Grant" WHERE "agencyId" = (SELECT id FROM "Agency" WHERE code = 'fen-homes') ORDER BY "grantedAt" LIMIT 1`);
    await asOwner(`UPDATE "Grant" SET "revokedAt" = app_now(), "revokedById" = "grantedById", "revokeReason" = 'No longer needed' WHERE "caseId" = $1 AND "agencyId" = (SELECT id FROM "Agency" WHERE code = 'fen-homes')`, [shared!.caseId]);
    const found = await behind(tom, { section: "cases", code: "ongoing_cases", label: "", count: 7 });
    expect(found).toMatchObject({ count: 7, hidden: 1 });
    expect(found.records).toHaveLength(6);
  });
});

describe("other days", () => {
  it("shows nothing on the day before the first case opened, and one case on the day itself", async () => {
    const before = await overview(jo, "2011-09-04");
    expect(all(before).map(({ count }) => count)).toEqual(before.middle.map(() => 0));
    expect(asRecord((await overview(jo, "2011-09-05")).middle)).toMatchObject({ ongoing_cases: 1 });
  });

  it("shows none of it today: the cases are closed, their orders have run out, and they are held", async () => {
    const [{ today }] = await asOwner<{ today: string }>(`SELECT london_today()::text AS today`) as [{ today: string }];
    const view = await overview(jo, today);
    expect(all(view).map(({ count }) => count)).toEqual(view.middle.map(() => 0));
    const held = await asOwner(`SELECT c.id FROM "Case" c JOIN "RetentionHold" h ON h."caseId" = c.id AND h."endedAt" IS NULL WHERE c.status = 'closed' AND c.outcome IS NOT NULL`);
    expect(held).toHaveLength(7);
  });

  it("an order outlives its case, and is still counted on a day after the case has closed", async () => {
    const later = asRecord((await overview(jo, "2013-06-30")).middle);
    expect(later).toMatchObject({ ongoing_cases: 0, asbo: 7, acceptable_behaviour_contract: 0 });
  });

  it("stands undisturbed when another Fenland case begins today", async () => {
    const db = ownerClient();
    const county = await County.open(db);
    await opensCase(county, "Jo Ellwood", {
      at: county.now, placeId: county.place("FEN", "9 Eel Drove").id, whatHappened: "Shouting in the street again.", nsirHeading: "rowdy_behaviour", nsirQualifier: "personal",
      affected: [{ ...someone("Nell", "Kettle", "1990-04-04"), livesHere: true }],
      assessment: { affectedIndex: 0, source: "phone", answers: exampleAnswers("first time, nobody in particular") },
    }).finally(() => db.$disconnect());
    expect(asRecord((await overview(jo, county.today)).middle)).toMatchObject({ ongoing_cases: 1 });
    expect(middleOf(await overview(jo))).toEqual(table1.cases);
  });
});
