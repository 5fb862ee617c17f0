import { beforeAll, expect, it } from "vitest";
import { getCase } from "@/lib/cases/page/log-tab/queries";
import { recordIntervention } from "@/lib/interventions/commands";
import { listInterventions } from "@/lib/interventions/queries";
import { InvalidInput } from "@/lib/platform/errors";
import { loadTestCounty, memberNamed } from "../../support/county";
import { asOwner } from "../../support/database";
import { makeCase, type MadeCase } from "../../support/factories-cases";

let jo: string, dan: string, amina: string, made: MadeCase, alleged: string;

beforeAll(async () => {
  await loadTestCounty();
  [jo, dan, amina] = await Promise.all(["Jo Ellwood", "Dan Okafor", "Amina Yusuf"].map(memberNamed)) as [string, string, string];
  made = await makeCase({ by: jo, area: "FEN", rag: "green", alleged: "Tyler Marsh", sharedWith: ["police-fenland", { agency: "county-youth-justice", side: "perpetrator" }] });
  [{ personId: alleged }] = await asOwner<{ personId: string }>(`UPDATE "Person" p SET "bornOn" = (app_now() - interval '15 years')::date FROM "Involvement" i WHERE i."personId" = p.id AND i."caseId" = $1 AND i.role = 'alleged_perpetrator' RETURNING p.id AS "personId"`, [made.caseId]) as [{ personId: string }];
});

const record = (member: string, typeCode: string, more: object = {}) => recordIntervention.do({ member }, { caseId: made.caseId, typeCode, personId: alleged, startsOn: "2026-06-01", ...more });
const log = async (member: string) => (await getCase.ask({ member }, { caseId: made.caseId })).view.log!.page.entries.filter(({ kind }) => kind === "intervention").map(({ body }) => body);

it("asks before every step of enforcement against somebody, whoever they are, and of nothing else", async () => {
  for (const typeCode of ["acceptable_behaviour_contract", "civil_injunction"]) await expect(record(jo, typeCode), typeCode).rejects.toMatchObject({ fields: [{ path: "victimElsewhere", message: "Say whether they may be a victim elsewhere" }] });
  await expect(record(jo, "civil_injunction", { victimElsewhere: "yes" })).rejects.toThrow(InvalidInput);
  await record(jo, "good_neighbour_agreement");
  await recordIntervention.do({ member: jo }, { caseId: made.caseId, typeCode: "community_protection_warning", personId: made.victimId, startsOn: "2026-06-01" });
  expect((await listInterventions.ask({ member: jo }, { caseId: made.caseId })).view).toMatchObject({
    people: [{ personId: alleged, isUnder18: true }],
    types: expect.arrayContaining([expect.objectContaining({ code: "civil_injunction", isEnforcement: true }), expect.objectContaining({ code: "mediation", isEnforcement: false })]),
  });
});

it("tells everyone that it was considered, and how to nobody but the recorder's own agency", async () => {
  await record(jo, "acceptable_behaviour_contract", { victimElsewhere: "yes", consideredHow: "He is hurt at school: an officer of ours keeps that, and the contract is about evenings alone." });
  const said = "Acceptable behaviour contract: in force from 1 June 2026. Whether they are a victim elsewhere was considered first.";
  for (const who of [jo, dan, amina]) expect(await log(who)).toContain(said);
  expect((await log(jo)).join()).toContain("may be a victim elsewhere. He is hurt at school");
  for (const who of [dan, amina]) expect((await log(who)).join()).not.toMatch(/school|may be a victim/);
  await record(amina, "civil_injunction", { victimElsewhere: "yes", consideredHow: "Told us himself." });
  expect((await log(amina)).join()).toContain("Told us himself.");
  for (const who of [dan, jo]) expect((await log(who)).join()).not.toContain("Told us");
});
