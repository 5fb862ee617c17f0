import { randomUUID } from "node:crypto";
import { joinedName } from "../../../format/names";
import { plainNumber } from "../../../reports/known/rules";
import { namedAs } from "../../../people/rules";
import type { PersonInput } from "../../../people/schema";
import type { Prisma } from "../../../platform/generated/client";
import type { InvolvementRole } from "../../../cases/schema";
import type { Doing } from "../../../cases/log/commands";
import { protectedIn } from "../../../cases/protecting/rules";
import { labelWords, nextLabel } from "../rules";
import type { IntakeInput } from "../schema";

type Given = { personId?: string | undefined; person?: PersonInput | undefined };
type Part = { personId: string; role: InvolvementRole; side: "victim" | "perpetrator"; note: string };

/** Who stands on a report once it is saved: those affected in their order, null for one who would not be named. */
export type ReportPeople = { affected: (string | null)[]; contactId: string | null };

/** Writes a report's people in the caller's transaction: persons, their parts on the report, where they live, how it is safe to reach them. */
export async function recordReportPeople(doing: Doing, report: { reportId: string; placeId: string }, input: IntakeInput): Promise<ReportPeople> {
  const fresh: Prisma.PersonCreateManyInput[] = [];
  const idOf = (given: Given): string | null => {
    if (given.personId) return given.personId;
    if (!given.person) return null;
    const id = randomUUID();
    fresh.push(personRow(id, given.person, doing.actor.memberId));
    return id;
  };
  const affected = input.affected.map((one) => (one.isAnonymous ? null : idOf(one)));
  const responsible = input.responsible.map(idOf);
  const other = input.caller.who === "someone_else" ? idOf(input.caller) : null;
  const told = input.caller.who === "affected" ? (affected[input.caller.index] ?? null) : other;
  const parts: Part[] = [
    ...input.affected.flatMap(({ role }, at) => part(affected[at] ?? null, role, "victim", affected[at] === told && told ? toldUs : "")),
    ...(input.caller.who === "someone_else" ? part(other, input.caller.role, "victim", input.caller.relation || toldUs) : []),
    ...input.responsible.flatMap(({ note }, at) => part(responsible[at] ?? null, "alleged_perpetrator", "perpetrator", note)),
  ];
  const livesHere = affected.filter((id, at): id is string => id !== null && input.affected[at]!.livesHere);
  const contactId = told ?? affected.find((id) => id !== null) ?? null;
  await writePeople(doing, report, { fresh, parts, livesHere, contact: contactId ? contactRow(contactId, input) : null });
  return { affected, contactId };
}

/** What stands beside whoever told us. */
export const toldUs = "Told us";

const part = (personId: string | null, role: InvolvementRole, side: Part["side"], note: string): Part[] => (personId ? [{ personId, role, side, note }] : []);

function personRow(id: string, person: PersonInput, recordedById: string): Prisma.PersonCreateManyInput {
  const isIndividual = person.kind === "individual";
  const { fullName, givenName, familyName } = namedAs(person);
  return {
    id, kind: person.kind, givenName, familyName, fullName: fullName || joinedName({ givenName, familyName }), recordedById,
    bornOn: isIndividual && person.bornOn ? new Date(person.bornOn) : null, language: isIndividual ? person.language : "",
  };
}

function contactRow(personId: string, { safeContact }: IntakeInput): Prisma.ContactPointCreateManyInput | null {
  if (!safeContact) return null;
  const { method, number, when, doNot, leaveMessage, words, interpreter } = safeContact;
  return { personId, method, number: plainNumber(number) || number, safeWhen: when, doNot, leaveMessage, safeWords: words, interpreter, side: "victim", recordedById: "" };
}

type Rows = { fresh: Prisma.PersonCreateManyInput[]; parts: Part[]; livesHere: string[]; contact: Prisma.ContactPointCreateManyInput | null };

async function writePeople({ tx, actor }: Doing, { reportId, placeId }: { reportId: string; placeId: string }, { fresh, parts, livesHere, contact }: Rows): Promise<void> {
  const by = { recordedById: actor.memberId };
  if (fresh.length > 0) await tx.person.createMany({ data: fresh });
  const taken: string[] = [];
  const labelled = parts.map((one) => {
    const label = nextLabel(labelWords[one.role], taken);
    taken.push(label);
    return { ...one, label, reportId, addedById: actor.memberId };
  });
  if (parts.length > 0) await tx.involvement.createMany({ data: labelled });
  if (livesHere.length > 0) await tx.residence.createMany({ data: livesHere.map((personId) => ({ personId, placeId, reportId, side: "victim" as const, ...by })) });
  if (contact) await tx.contactPoint.createMany({ data: [{ ...contact, reportId, ...by }] });
}

/**
 * Brings a report's people onto its case in the caller's transaction, with labels for the other side, where they live
 * and how it is safe to reach them; whoever is there already in that role stays. Returns each victim's involvement by person.
 */
export async function bringPeopleToCase(doing: Doing, reportId: string, caseId: string): Promise<Map<string, string>> {
  const { tx, actor, now } = doing;
  const onReport = await tx.involvement.findMany({ where: { reportId, endsAt: null }, select: { personId: true, role: true, side: true, note: true, label: true, person: { select: { givenName: true, familyName: true, fullName: true } } } });
  const onCase = await tx.involvement.findMany({ where: { caseId, endsAt: null }, select: { id: true, personId: true, role: true, label: true } });
  const hidden = await tx.$queryRaw<{ label: string }[]>`SELECT label FROM other_side_of(${caseId}::uuid)`;
  const taken = [...onCase, ...hidden].map(({ label }) => label);
  const victims = new Map(onCase.filter(({ role }) => role === "victim").map(({ personId, id }) => [personId, id]));
  const added = inOrder(onReport).filter(({ personId, role }) => !onCase.some((there) => there.personId === personId && there.role === role)).map((one) => {
    const id = randomUUID();
    const label = nextLabel(labelWords[one.role], taken);
    taken.push(label);
    if (one.role === "victim") victims.set(one.personId, id);
    const { person: _person, ...kept } = one;
    return { ...kept, note: withoutVictims(one, onReport), id, caseId, label, addedById: actor.memberId, startsAt: now };
  });
  if (added.length > 0) await tx.involvement.createMany({ data: added });
  await bringDetails(doing, reportId, caseId);
  return victims;
}

type OnReport = { side: string; note: string; person: { givenName: string; familyName: string; fullName: string } };

/** A note about somebody said to be responsible is read by those who work with them: one that names a victim stays with the report. */
function withoutVictims({ side, note }: OnReport, all: readonly OnReport[]): string {
  if (side !== "perpetrator") return note;
  const namesOf = (rows: readonly OnReport[]) => rows.flatMap(({ person }) => [person.givenName, person.familyName, person.fullName]).filter(Boolean);
  const facts = { names: namesOf(all.filter((one) => one.side === "victim")), homes: [], phones: [] };
  return protectedIn([note], facts, namesOf(all.filter((one) => one.side !== "victim"))).length > 0 ? "" : note;
}

const roleOrder = Object.keys(labelWords);

// In the order in which they were entered, so that "Victim A" is whom the report is about.
function inOrder<Row extends { role: string; label: string }>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role) || a.label.length - b.label.length || a.label.localeCompare(b.label));
}

async function bringDetails({ tx, actor }: Doing, reportId: string, caseId: string): Promise<void> {
  const contacts = await tx.contactPoint.findMany({ where: { reportId }, omit: { id: true, recordedAt: true } });
  const known = await tx.contactPoint.findMany({ where: { caseId, personId: { in: contacts.map(({ personId }) => personId) } }, select: { personId: true, method: true, number: true, safeWhen: true, doNot: true } });
  const isKnown = (one: (typeof known)[number]) => known.some((there) => there.personId === one.personId && there.method === one.method && there.number === one.number && there.safeWhen === one.safeWhen && there.doNot === one.doNot);
  const newContacts = contacts.filter((one) => !isKnown(one));
  if (newContacts.length > 0) await tx.contactPoint.createMany({ data: newContacts.map((one) => ({ ...one, reportId: null, caseId, recordedById: actor.memberId })) });
  const homes = await tx.residence.findMany({ where: { reportId }, omit: { id: true, recordedAt: true } });
  const knownHomes = await tx.residence.findMany({ where: { caseId, endsOn: null, personId: { in: homes.map(({ personId }) => personId) } }, select: { personId: true, placeId: true } });
  const newHomes = homes.filter((one) => !knownHomes.some((there) => there.personId === one.personId && there.placeId === one.placeId));
  if (newHomes.length > 0) await tx.residence.createMany({ data: newHomes.map((one) => ({ ...one, reportId: null, caseId, recordedById: actor.memberId })) });
}
