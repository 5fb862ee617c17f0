import { randomUUID } from "node:crypto";
import templates from "../../prisma/seed/data/risk-templates.json";
import { closeCase, decideClosure, recordVictimView } from "../../lib/assessments/closing/commands";
import { completeAssessment } from "../../lib/assessments/risk/commands";
import type { CompleteAssessmentInput } from "../../lib/assessments/risk/schema";
import { asOwner } from "./database";

type Answers = CompleteAssessmentInput["answers"];

export const examples = templates.examples.map((example) => ({ flags: [] as string[], triggers: [] as string[], borderline: false, ...example, answers: example.answers as unknown as Answers }));

/** The answers of the example of that name. */
export function exampleNamed(name: string): Answers {
  const found = examples.find((example) => example.name === name);
  if (!found) throw new Error(`There is no example ${name}`);
  return found.answers;
}

/** Every scored question of a template at its zero answer, but for those named: what the examples leave out. */
export function fullAnswers(templateKey: string, named: Answers): Answers {
  const template = templates.templates.find(({ key }) => key === templateKey)!;
  const asked = template.questions.filter((question) => !("computed" in question) && !("scored" in question && question.scored === false));
  return Object.fromEntries(asked.map(({ key, type, options }) => {
    const zero = (options as [string, string, number][]).reduce((least, option) => (option[2] < least[2] ? option : least))[0];
    return [key, named[key] ?? (type === "many" ? [zero] : zero)];
  }));
}

type Given = Partial<CompleteAssessmentInput> & { caseId: string };

/** Completes an assessment as a member, superseding whatever the subject's latest is. */
export async function assess(member: string, given: Given) {
  return completeAssessment.do({ member }, await assessmentInput(given));
}

/** What a member's form would send. */
export async function assessmentInput({ answers = {}, templateKey = "VRA", ...given }: Given): Promise<CompleteAssessmentInput> {
  const [latest] = await asOwner<{ id: string }>(
    `SELECT id FROM "Assessment" WHERE "caseId" = $1 AND "templateKey" = $2 AND coalesce("involvementId", "placeId") = $3 ORDER BY "completedAt" DESC LIMIT 1`,
    [given.caseId, templateKey, given.involvementId ?? given.placeId],
  );
  return { templateKey, purpose: "review", source: "phone", factors: [], confirmedTriggers: [], lastAssessmentId: latest?.id ?? null, answers: fullAnswers(templateKey, answers), ...given };
}

/** Another victim on a case, put there by whoever opened it. */
export async function addInvolvement(caseId: string, role: string, side: string): Promise<string> {
  const person = randomUUID();
  await asOwner(`INSERT INTO "Person" (id, "givenName", "familyName", "fullName", "recordedById") SELECT $1, 'Nina', 'Marsh', 'Nina Marsh', "openedById" FROM "Case" WHERE id = $2`, [person, caseId]);
  const [row] = await asOwner<{ id: string }>(
    `INSERT INTO "Involvement" ("personId", "caseId", role, side, "addedById") SELECT $1, id, $3::"InvolvementRole", $4::"Side", "openedById" FROM "Case" WHERE id = $2 RETURNING id`,
    [person, caseId, role, side],
  );
  return row!.id;
}

/** A report on a case, received at a moment, about a person. */
export async function addReport(caseId: string, given: { receivedAt: Date; personId: string; sameEventAsId?: string }): Promise<string> {
  const id = randomUUID();
  await asOwner(
    `INSERT INTO "Report" (id, reference, "agencyId", "takenById", "receivedAt", channel, "areaId", "placeId", "whatHappened", "happenedFrom", heading, qualifier, "originalHeading", "originalQualifier", "caseId", "sameEventAsId", status)
     SELECT $1::uuid, $2, m."agencyId", m.id, $3, 'phone', c."areaId", c."placeId", 'Noise again', $3, 'neighbour_noise', 'personal', 'neighbour_noise', 'personal', c.id, $5::uuid, 'linked'
     FROM "Case" c JOIN "Member" m ON m.id = c."openedById" WHERE c.id = $4`,
    [id, `R-${id}`, given.receivedAt, caseId, given.sameEventAsId ?? null],
  );
  await asOwner(`INSERT INTO "Involvement" ("personId", "reportId", role, side, "addedById") SELECT $1, $2, 'victim', 'victim', "takenById" FROM "Report" WHERE id = $2`, [given.personId, id]);
  return id;
}

export async function caseRow(caseId: string) {
  const [row] = await asOwner<{ rag: string | null; ragReason: string; status: string; behaviourRag: string | null; nextReviewAt: Date | null; version: number; isHate: boolean; hateQueryOpen: boolean; nextContactAt: Date | null; closedAt: Date | null; outcome: string | null }>(`SELECT * FROM "Case" WHERE id = $1`, [caseId]);
  return row!;
}

/** Brings a case to where it may be closed: each victim assessed for closing and asked. Its actions and triggers must have ended. */
export async function readyToClose(caseId: string, member: string): Promise<void> {
  const victims = await asOwner<{ id: string }>(`SELECT id FROM "Involvement" WHERE "caseId" = $1 AND role = 'victim' AND "endsAt" IS NULL`, [caseId]);
  for (const { id: involvementId } of victims) {
    await assess(member, { caseId, involvementId, purpose: "closure", answers: exampleNamed("first time, nobody in particular") });
    await recordVictimView.do({ member }, { caseId, involvementId, view: "agrees", words: "" });
  }
}

/** Closes it as its lead would, with a manager's approval where one is called for. */
export async function bringToItsEnd(caseId: string, member: string, manager: string): Promise<void> {
  await readyToClose(caseId, member);
  const { status } = await closeCase.do({ member }, { caseId, version: (await caseRow(caseId)).version, outcome: "no_further_reports", reason: "Quiet" });
  if (status === "closure_proposed") await decideClosure.do({ member: manager }, { caseId, version: (await caseRow(caseId)).version, decision: "closed", reason: "Quiet since." });
}
