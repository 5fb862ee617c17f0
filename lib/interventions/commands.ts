import { z } from "zod";
import { londonDay, longDay } from "../format/dates";
import { ageOn } from "../format/names";
import { command } from "../platform/command";
import { InvalidInput, NotFound, Refused } from "../platform/errors";
import { updateAtVersion } from "../platform/versions";
import { writeEntry, type Doing } from "../cases/log/commands";
import { checkNames } from "../cases/protecting/queries";
import { ofSide, standingOn, type CaseStanding } from "../cases/visibility";
import { consideredWords, interventionRefusals, interventionStatusLabels, startRefusalWords } from "./labels";
import { mayRecordIntervention } from "./policy";
import { listedTypes } from "./queries";
import { isInForce, mayMoveIntervention, mayStartType } from "./rules";
import { moveInterventionInput, recordBreachInput, recordInterventionInput, type InterventionType, type RecordInterventionInput } from "./schema";

const dayOf = (date: Date | null) => (date ? date.toISOString().slice(0, 10) : null);

/** Puts an intervention on a person, family or place on record, from its case's area. Refused outside its type's dates (2014 Act and before), or for someone too young. */
export const recordIntervention = command({
  name: "intervention.record",
  summary: "Records an order, agreement, notice or other intervention.",
  input: recordInterventionInput,
  output: z.object({ interventionId: z.string(), isHistoric: z.boolean() }),
  load: ({ tx, actor, now, input }) => standingOn(tx, actor, now, input.caseId),
  allow: mayRecordIntervention,
  words: interventionRefusals,
  run: async ({ tx, actor, now, input, subject: standing }) => {
    const subject = await subjectOf({ tx, actor, now }, standing, input);
    const wanted = { code: input.typeCode, startsOn: input.startsOn, age: subject.bornOn ? ageOn(subject.bornOn, input.startsOn) : null, subject: subject.kind };
    const types = await listedTypes(tx);
    const answer = mayStartType(types, wanted, londonDay(now));
    if (!answer.ok) throw new Refused(answer.reason, startRefusalWords(answer, input.startsOn), { alternatives: answer.alternatives.map(({ code, label }) => ({ code, label })) });
    const isConsidered = !answer.isHistoric && mustConsider(subject, types.find((type) => type.code === input.typeCode), input);
    const confirmed = await checkNames({ tx, actor, now }, standing, { side: subject.side, texts: [input.terms, input.familySide === "perpetrator" ? input.family : ""], confirmed: input.confirmsNames });
    const { id } = await tx.intervention.create({
      data: {
        side: subject.side,
        typeCode: input.typeCode, areaId: standing.areaId, caseId: standing.caseId, agencyId: actor.agencyId, status: input.status, ...subject.columns,
        startsOn: new Date(input.startsOn), endsOn: input.endsOn ? new Date(input.endsOn) : null, terms: input.terms, recordedById: actor.memberId, recordedAt: now,
      },
      select: { id: true },
    });
    const label = types.find((type) => type.code === input.typeCode)?.label ?? input.typeCode;
    const until = input.endsOn ? ` until ${longDay(input.endsOn)}` : "";
    await writeEntry({ tx, actor, now }, {
      caseId: standing.caseId, kind: "intervention", body: `${label}: ${interventionStatusLabels[input.status].toLowerCase()} from ${longDay(input.startsOn)}${until}.${isConsidered ? ` ${consideredWords}` : ""}`, data: { ...confirmed, interventionId: id }, side: subject.side,
    });
    // That they are a victim elsewhere is not for this case to learn: how it was weighed stays with whoever weighed it.
    if (isConsidered && input.victimElsewhere === "yes") {
      await writeEntry({ tx, actor, now }, { caseId: standing.caseId, kind: "intervention", body: `${label}: may be a victim elsewhere. ${input.consideredHow}`, data: { interventionId: id }, side: ownSide(standing.side), audience: [actor.agencyId] });
    }
    return { result: { interventionId: id, isHistoric: answer.isHistoric }, audit: { caseId: standing.caseId, personId: subject.columns.personId, detail: { interventionId: id } } };
  },
});

// A step of enforcement against somebody begins, unless it is put on record from before the law changed, with a question that shows nothing of any other case.
function mustConsider(subject: Subject, type: InterventionType | undefined, input: RecordInterventionInput): boolean {
  if (!subject.isAlleged || !type?.isEnforcement) return false;
  if (!input.victimElsewhere) throw new InvalidInput([{ path: "victimElsewhere", message: "Say whether they may be a victim elsewhere" }]);
  return true;
}

type Subject = { side: "both" | "victim"; kind: "person" | "family" | "place"; isAlleged: boolean; bornOn: string | null; columns: { personId?: string; householdId?: string; placeId?: string } };

// What is on the victim's side alone is theirs; that there is an order on the other side is for everyone on the case.
async function subjectOf({ tx }: Doing, standing: CaseStanding, input: RecordInterventionInput): Promise<Subject> {
  if (input.personId) {
    const rows = await tx.involvement.findMany({ where: { caseId: input.caseId, personId: input.personId, ...ofSide(standing) }, select: { side: true, role: true, person: { select: { bornOn: true } } } });
    const [involved] = rows;
    if (!involved) throw new NotFound();
    return { side: rows.every(({ side }) => side === "victim") ? "victim" : "both", kind: "person", isAlleged: rows.some(({ role }) => role === "alleged_perpetrator" || role === "perpetrator"), bornOn: dayOf(involved.person.bornOn), columns: { personId: input.personId } };
  }
  if (input.placeId) {
    if (!(await tx.place.findUnique({ where: { id: input.placeId }, select: { id: true } }))) throw new NotFound();
    return { side: "both", kind: "place", isAlleged: false, bornOn: null, columns: { placeId: input.placeId } };
  }
  const family = { caseId: input.caseId, label: input.family, side: input.familySide ?? "victim" };
  if (standing.side !== "both" && family.side !== standing.side) throw new Refused("other-side-family");
  const known = await tx.household.findFirst({ where: family, select: { id: true } });
  const household = known ?? (await tx.household.create({ data: family, select: { id: true } }));
  return { side: family.side === "victim" ? "victim" : "both", kind: "family", isAlleged: false, bornOn: null, columns: { householdId: household.id } };
}

async function loaded({ tx, actor, now }: Doing, interventionId: string) {
  const intervention = await tx.intervention.findUnique({ where: { id: interventionId }, include: { type: { select: { label: true } } } });
  if (!intervention) throw new NotFound();
  const standing = await standingOn(tx, actor, now, intervention.caseId);
  if (standing.side === "perpetrator" && intervention.side === "victim") throw new NotFound();
  return { ...intervention, ofSide: intervention.side, level: standing.level, side: standing.side, isByGlass: standing.isByGlass };
}

function ownSide(side: CaseStanding["side"]): CaseStanding["side"] {
  return side === "perpetrator" ? "perpetrator" : "victim";
}

/** Moves an intervention one step in its life. Refused for a step that its state does not lead to, or a day to come. */
export const moveIntervention = command({
  name: "intervention.move",
  summary: "Records a step in the life of an intervention.",
  input: moveInterventionInput,
  output: z.object({ interventionId: z.string() }),
  load: ({ input, ...doing }) => loaded(doing, input.interventionId),
  allow: mayRecordIntervention,
  words: interventionRefusals,
  run: async ({ tx, actor, now, input, subject: intervention }) => {
    if (input.on > londonDay(now)) throw new Refused("in-the-future");
    if (!mayMoveIntervention(intervention.status as never, input.to)) throw new Refused("wrong-move");
    const isEnd = ["completed", "discharged", "expired"].includes(input.to);
    await updateAtVersion(tx.intervention, intervention.id, input.version, { status: input.to, ...(isEnd ? { endedOn: new Date(input.on) } : {}) });
    await writeEntry({ tx, actor, now }, {
      caseId: intervention.caseId, kind: "intervention", side: intervention.ofSide,
      body: `${intervention.type.label}: ${interventionStatusLabels[input.to].toLowerCase()} on ${longDay(input.on)}.`, data: { interventionId: intervention.id },
    });
    // The step is everybody's; what its recorder wrote of it keeps to their side.
    if (input.note) await writeEntry({ tx, actor, now }, { caseId: intervention.caseId, kind: "intervention", body: input.note, data: { interventionId: intervention.id }, side: ownSide(intervention.side) });
    return { result: { interventionId: intervention.id }, audit: { caseId: intervention.caseId, detail: { interventionId: intervention.id } } };
  },
});

/** Records that an intervention in force was broken; it stays in force. */
export const recordBreach = command({
  name: "intervention.breach",
  summary: "Records a breach of an intervention.",
  input: recordBreachInput,
  output: z.object({ breachId: z.string() }),
  load: ({ input, ...doing }) => loaded(doing, input.interventionId),
  allow: mayRecordIntervention,
  words: interventionRefusals,
  run: async ({ tx, actor, now, input, subject: one }) => {
    if (input.on > londonDay(now)) throw new Refused("in-the-future");
    const days = { status: one.status as never, startsOn: dayOf(one.startsOn)!, endsOn: dayOf(one.endsOn), endedOn: dayOf(one.endedOn) };
    if (!isInForce(days, input.on)) throw new Refused("not-in-force");
    await updateAtVersion(tx.intervention, one.id, input.version, { status: "breached" });
    const { id } = await tx.breach.create({
      data: { interventionId: one.id, caseId: one.caseId, happenedOn: new Date(input.on), words: input.words, recordedById: actor.memberId, recordedAt: now }, select: { id: true },
    });
    // What was done to whom may name the victim, so it stays off the perpetrator's side.
    await writeEntry({ tx, actor, now }, { caseId: one.caseId, kind: "intervention", body: `${one.type.label} broken on ${longDay(input.on)}: ${input.words}`, data: { interventionId: one.id, breachId: id }, side: ownSide(one.side) });
    return { result: { breachId: id }, audit: { caseId: one.caseId, detail: { interventionId: one.id } } };
  },
});
