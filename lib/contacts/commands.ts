import { z } from "zod";
import { command } from "../platform/command";
import { InvalidInput, NotFound } from "../platform/errors";
import { updateAtVersion } from "../platform/versions";
import { entryWritten } from "../cases/events";
import { sealedFor, writeEntry, type Doing } from "../cases/log/commands";
import { logRefusals } from "../cases/log/labels";
import { checkNames } from "../cases/protecting/queries";
import { ofSide, standingOn, type CaseStanding } from "../cases/visibility";
import { contactLogged } from "./events";
import { contactRefusals } from "./labels";
import { mayLogContact } from "./policy";
import { contactProblems, contactSide, contactWith } from "./rules";
import { logContactInput, outsiders, type LogContactInput, type Outsider } from "./schema";

type With = { role: ReturnType<typeof contactWith>; involvementId: string | null; side: "both" | "victim" | "perpetrator" | null };

/** Logs a contact, or a try, with a person of the case or somebody near it, keeps it to that person's side, and moves the date of the next contact. Refused at summary; a victim's contact needs a next date while the case is open. */
export const logContact = command({
  name: "contact.log",
  summary: "Logs a contact with somebody about a case, in their own words.",
  input: logContactInput,
  output: z.object({ entryId: z.string(), reads: z.string(), nextContactAt: z.string().nullable() }),
  load: ({ tx, actor, now, input }) => standingOn(tx, actor, now, input.caseId, "summary"),
  allow: mayLogContact,
  words: { ...logRefusals, ...contactRefusals },
  run: async ({ tx, actor, now, input, subject: standing }) => {
    const doing = { tx, actor, now };
    const other = await whom(doing, standing, input.withWhom);
    const isOpen = standing.status !== "closed";
    const problems = contactProblems(input, { withRole: other.role, isOpen, now });
    if (problems.length > 0) throw new InvalidInput(problems);
    const { sealing, reads } = await sealedFor(doing, standing, input.audience, contactSide(other.side));
    const confirmed = await checkNames(doing, standing, { side: sealing.side, texts: [input.body, input.promise, input.withName, sealing.notice], confirmed: input.confirmsNames });
    const data = { ...confirmed, withName: other.involvementId ? "" : input.withName, direction: input.direction ?? "" };
    const entryId = await writeEntry(doing, { caseId: standing.caseId, kind: "contact", body: input.body || "No answer.", data, happenedAt: input.happenedAt, ...sealing });
    await tx.contact.createMany({
      data: [{
        entryId, caseId: standing.caseId, involvementId: other.involvementId, type: input.type, withRole: other.role, safeHonoured: input.safeHonoured,
        impact: input.impact ?? "", promise: input.promise, nextContactAt: input.nextContactAt ?? null,
      }],
    });
    // A sealed contact moves no date that others see: they would know of it by that.
    const moves = other.role === "victim" && !sealing.membersOnly && sealing.audience.length === 0 ? input.nextContactAt : undefined;
    if (moves) await moveNextContact(doing, standing, other.involvementId, moves);
    return { result: { entryId, reads, nextContactAt: moves?.toISOString() ?? null }, events: eventsOf(standing.caseId, entryId, other, input), audit: { caseId: standing.caseId, detail: confirmed } };
  },
});

function eventsOf(caseId: string, entryId: string, other: With, input: LogContactInput) {
  return [
    entryWritten({ caseId, entryId, kind: "contact" }),
    contactLogged({
      caseId, entryId, withRole: other.role, wasMade: input.type !== "failed_attempt", impact: input.impact ?? "", promise: input.promise,
      nextContactAt: input.nextContactAt?.toISOString() ?? null,
    }),
  ];
}

async function whom({ tx }: Doing, standing: CaseStanding, withWhom: string): Promise<With> {
  if ((outsiders as readonly string[]).includes(withWhom)) return { role: contactWith(withWhom as Outsider), involvementId: null, side: null };
  const found = await tx.involvement.findFirst({ where: { id: withWhom, caseId: standing.caseId, ...ofSide(standing) }, select: { id: true, role: true, side: true } });
  if (!found) throw new NotFound();
  return { role: contactWith(found.role), involvementId: found.id, side: found.side };
}

async function moveNextContact({ tx }: Doing, standing: CaseStanding, involvementId: string | null, nextContactAt: Date): Promise<void> {
  await updateAtVersion(tx.case, standing.caseId, standing.version, { nextContactAt });
  const plan = await tx.contactPlan.findFirst({ where: { caseId: standing.caseId, involvementId: involvementId ?? undefined, endedAt: null }, select: { id: true, version: true } });
  if (plan) await updateAtVersion(tx.contactPlan, plan.id, plan.version, { nextDueAt: nextContactAt });
}
