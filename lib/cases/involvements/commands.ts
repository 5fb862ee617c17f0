import { randomUUID } from "node:crypto";
import { z } from "zod";
import { londonDay } from "../../format/dates";
import { command } from "../../platform/command";
import { InvalidInput, NotFound, Refused } from "../../platform/errors";
import { updateAtVersion } from "../../platform/versions";
import { namedAs, personProblems } from "../../people/rules";
import type { PersonInput } from "../../people/schema";
import { writeEntry, type Doing } from "../log/commands";
import { involvementRoleWords } from "../page/rules";
import { checkNames } from "../protecting/queries";
import type { Side } from "../schema";
import { ofSide, standingOn, type CaseStanding } from "../visibility";
import { endReasonLabels, findingLabels, involvementRefusals } from "./labels";
import { mayAddInvolvement, mayChangeInvolvement } from "./policy";
import { labelFor, sideOfRole } from "./rules";
import { addInvolvementInput, changeRoleInput, endInvolvementInput } from "./schema";

const answer = z.object({ involvementId: z.string() });

/** Puts somebody on a case in a role and on its side. Refused at summary, on a closed case, on the other side, and twice in one role. */
export const addInvolvement = command({
  name: "involvement.add",
  summary: "Puts somebody on a case in a role.",
  input: addInvolvementInput,
  output: answer,
  load: ({ tx, actor, now, input }) => standingOn(tx, actor, now, input.caseId, "summary"),
  allow: mayAddInvolvement,
  words: involvementRefusals,
  run: async ({ tx, actor, now, input, subject: standing }) => {
    const doing = { tx, actor, now };
    const side = sideOfRole(input.role, input.side);
    const words = input.person && input.person.kind !== "individual" ? input.person.name : "";
    const confirmed = await checkNames(doing, standing, { side, texts: [input.note, words], confirmed: input.confirmsNames });
    const personId = input.person ? await newPerson(doing, input.person) : await personOnCase(doing, standing, input.personId ?? "");
    const { there, taken } = await alreadyOn(doing, standing);
    if (there.some((each) => each.personId === personId && each.role === input.role)) throw new Refused("there-already");
    const involvementId = randomUUID();
    await tx.involvement.createMany({
      data: [{ id: involvementId, personId, caseId: standing.caseId, role: input.role, side, label: labelFor(input.role, taken), note: input.note, addedById: actor.memberId, startsAt: now }],
    });
    await say(doing, standing, side, `Added a person: ${involvementRoleWords(input.role)}.`, { ...confirmed, involvementId, role: input.role });
    return { result: { involvementId }, audit: { caseId: standing.caseId, personId } };
  },
});

type Loading = Doing & { input: { caseId: string; involvementId: string } };

/** Somebody on a case whom the actor may see there, with the actor's standing; else NotFound. */
export async function onCase({ tx, actor, now, input }: Loading) {
  const standing = await standingOn(tx, actor, now, input.caseId);
  const found = await tx.involvement.findFirst({
    where: { id: input.involvementId, caseId: standing.caseId, ...ofSide(standing) },
    select: { id: true, role: true, side: true, personId: true, endsAt: true, person: { select: { kind: true } } },
  });
  if (!found) throw new NotFound();
  return { ...found, standing };
}

/** Takes somebody off a case, with the reason; the row stays. Refused at summary, on a closed case and when they are off it already. */
export const endInvolvement = command({
  name: "involvement.end",
  summary: "Takes somebody off a case, with the reason; nothing is deleted.",
  input: endInvolvementInput,
  output: answer,
  load: onCase,
  allow: mayChangeInvolvement,
  words: involvementRefusals,
  run: async ({ tx, actor, now, input, subject }) => {
    if (subject.endsAt) throw new Refused("ended-already");
    const confirmed = await checkNames({ tx, actor, now }, subject.standing, { side: subject.side, texts: [input.note], confirmed: input.confirmsNames });
    await updateAtVersion(tx.involvement, subject.id, input.version, { endsAt: now, endReason: `${endReasonLabels[input.reason]}: ${input.note}` });
    await say({ tx, actor, now }, subject.standing, subject.side, `Took a person off the case (${involvementRoleWords(subject.role)}). ${endReasonLabels[input.reason]}: ${input.note}`, { ...confirmed, involvementId: subject.id });
    return { result: { involvementId: subject.id }, audit: { caseId: input.caseId, personId: subject.personId } };
  },
});

/** Marks somebody alleged as responsible, because they admitted it or it was found. Refused for every other role. */
export const changeRole = command({
  name: "involvement.changeRole",
  summary: "Marks somebody alleged as responsible: admitted, or found.",
  input: changeRoleInput,
  output: answer,
  load: onCase,
  allow: mayChangeInvolvement,
  words: involvementRefusals,
  run: async ({ tx, actor, now, input, subject }) => {
    if (subject.endsAt) throw new Refused("ended-already");
    if (subject.role !== "alleged_perpetrator") throw new Refused("not-alleged");
    const confirmed = await checkNames({ tx, actor, now }, subject.standing, { side: subject.side, texts: [input.note], confirmed: input.confirmsNames });
    await updateAtVersion(tx.involvement, subject.id, input.version, { role: "perpetrator" });
    await say({ tx, actor, now }, subject.standing, subject.side, `Person alleged is now person responsible. ${findingLabels[input.finding]}. ${input.note}`, { ...confirmed, involvementId: subject.id });
    return { result: { involvementId: subject.id }, audit: { caseId: input.caseId, personId: subject.personId } };
  },
});

async function newPerson({ tx, actor, now }: Doing, person: PersonInput): Promise<string> {
  const problems = personProblems(person, londonDay(now), ["person"]);
  if (problems.length > 0) throw new InvalidInput(problems.map(({ path, message }) => ({ path: path.join("."), message })));
  const id = randomUUID();
  const born = person.kind === "individual" && person.bornOn ? new Date(person.bornOn) : null;
  await tx.person.createMany({ data: [{ id, ...namedAs(person), bornOn: born, language: person.kind === "individual" ? person.language : "", recordedById: actor.memberId }] });
  return id;
}

async function personOnCase({ tx }: Doing, standing: CaseStanding, personId: string): Promise<string> {
  const found = await tx.involvement.findFirst({ where: { personId, caseId: standing.caseId, ...ofSide(standing) }, select: { personId: true } });
  if (!found) throw new NotFound();
  return found.personId;
}

async function alreadyOn({ tx }: Doing, standing: CaseStanding) {
  const rows = await tx.involvement.findMany({ where: { caseId: standing.caseId }, select: { personId: true, role: true, label: true, endsAt: true } });
  const hidden = await tx.$queryRaw<{ label: string }[]>`SELECT label FROM other_side_of(${standing.caseId}::uuid)`;
  return { there: rows.filter((row) => row.endsAt === null), taken: [...rows, ...hidden].map((row) => row.label) };
}

// Which person, and what was said of them, stays on their side.
function say(doing: Doing, standing: CaseStanding, side: Side, body: string, data: Record<string, unknown>): Promise<string> {
  return writeEntry(doing, { caseId: standing.caseId, kind: "people", body, data, side });
}
