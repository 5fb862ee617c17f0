import { beforeAll, expect, it } from "vitest";
import { addInvolvement } from "@/lib/cases/involvements/commands";
import { getCasePeople } from "@/lib/cases/involvements/queries";
import { getCase } from "@/lib/cases/page/log-tab/queries";
import { recordBreach, recordIntervention } from "@/lib/interventions/commands";
import { loadTestCounty, memberNamed } from "../../support/county";
import { asOwner } from "../../support/database";
import { exampleNamed } from "../../support/factories-assessments";
import { aReport, take } from "../../support/factories-reports";

let jo: string, dan: string, park: { id: string };

beforeAll(async () => {
  await loadTestCounty();
  [jo, dan] = await Promise.all(["Jo Ellwood", "Dan Okafor"].map(memberNamed)) as [string, string];
  [park] = await asOwner<{ id: string }>(`SELECT p.id FROM "Place" p JOIN "Area" a ON a.id = p."areaId" WHERE a.code = 'FEN' AND p.kind = 'open_space' ORDER BY p.line LIMIT 1`) as [{ id: string }];
});

const drinking = (more: object = {}) => aReport({
  placeId: park.id, nsirHeading: "street_drinking", nsirQualifier: "nuisance", whatHappened: "A dozen of them drinking by the swings again.",
  caller: { who: "anonymous" }, affected: [{ isAnonymous: true }], responsible: [], safeContact: undefined, screeningAnswers: {}, confirmedNew: true, ...more,
});

it("scenario 13: a park's case is 22 and red by community impact alone; who drinks there is on it without a victim; their language is kept; a broken order is on record", async () => {
  const taken = await take(jo, drinking({ outcome: { kind: "new_case" }, impact: { answers: exampleNamed("Street drinking in a Wisbech park") }, shareWith: [] }));
  expect(taken).toMatchObject({ rag: "red", score: 22, reason: expect.stringContaining("Behaviour and community impact assessed at 22") });
  const caseId = taken.asbCase!.caseId;
  for (let more = 2; more <= 14; more += 1) await take(jo, drinking({ outcome: { kind: "join_case", caseId } }));
  expect(await asOwner(`SELECT count(*)::int AS reports FROM "Report" WHERE "caseId" = $1`, [caseId])).toEqual([{ reports: 14 }]);

  await addInvolvement.do({ member: jo }, { caseId, role: "alleged_perpetrator", person: { kind: "individual", givenName: "Tomas", familyName: "Reed", language: "Lithuanian" } });
  await addInvolvement.do({ member: jo }, { caseId, role: "witness", person: { kind: "individual", givenName: "Ola", familyName: "Sedge", language: "Polish" } });
  const { people } = (await getCasePeople.ask({ member: jo }, { caseId })).view;
  expect(people.map((one) => one.kind === "known" && one.name)).toEqual(expect.arrayContaining(["Tomas Reed", "Ola Sedge"]));
  expect(await asOwner(`SELECT role FROM "Involvement" WHERE "caseId" = $1 AND role = 'victim' AND "personId" IN (SELECT id FROM "Person" WHERE "fullName" IN ('Tomas Reed', 'Ola Sedge'))`, [caseId])).toEqual([]);
  const { header } = (await getCase.ask({ member: jo }, { caseId })).view;
  expect(header).toMatchObject({ rag: "red" });
  expect(header.warnings).toEqual(expect.arrayContaining([
    expect.objectContaining({ kind: "interpreter", name: "Tomas Reed", words: "Lithuanian" }), expect.objectContaining({ kind: "interpreter", name: "Ola Sedge", words: "Polish" }),
  ]));

  const { interventionId } = await recordIntervention.do({ member: jo }, { caseId, typeCode: "pspo", placeId: park.id, startsOn: "2025-04-01", endsOn: "2028-03-31" });
  await recordBreach.do({ member: jo }, { interventionId, version: 1, on: "2026-06-01", words: "Drinking inside the fence." });
  expect(await asOwner(`SELECT status, "endsOn"::text FROM "Intervention" WHERE id = $1`, [interventionId])).toEqual([{ status: "breached", endsOn: "2028-03-31" }]);
  await expect(getCase.ask({ member: dan }, { caseId })).rejects.toThrow("We could not find that.");
});
