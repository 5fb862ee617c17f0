import { nearDayAndTime } from "../../../format/dates";
import { query } from "../../../platform/query";
import { logPage, readersOf } from "../../log/queries";
import type { Reading } from "../../log/entries/queries";
import { reaches, standingOn } from "../../visibility";
import { asideOf } from "../aside/queries";
import { caseRefusals } from "../labels";
import { mayReadCases } from "../policy";
import { caseHeader } from "../queries";
import { caseViewSchema, getCaseInput, type CaseLogView } from "./schema";

/** A case with its log, marked as looked at; for an agency at summary the case without its log. Hidden cases are not found. */
export const getCase = query({
  name: "case.get",
  summary: "A case: what stands above its tabs, the newest of its log, and what stands beside it.",
  input: getCaseInput,
  output: caseViewSchema,
  allow: mayReadCases,
  words: caseRefusals,
  run: async ({ tx, actor, now, input }) => {
    const standing = await standingOn(tx, actor, now, input.caseId);
    const reading = { tx, actor, now, standing };
    return {
      header: await caseHeader(tx, actor, now, standing),
      log: reaches(standing.level, "contribute") ? await logOf(reading, input) : null,
      aside: await asideOf(reading),
    };
  },
  audit: (view) => ({ caseId: view.header.caseId }),
});

async function logOf(reading: Reading, filter: { kind?: string; agencyId?: string }): Promise<CaseLogView> {
  const { now, actor, standing } = reading;
  const page = await logPage(reading, filter);
  const lookedAt = await looked(reading);
  const readers = await readersOf(reading);
  return {
    page, readers,
    filter: { kind: filter.kind ?? "", agencyId: filter.agencyId ?? "" },
    lookedAt: lookedAt?.toISOString() ?? null,
    lookedWords: lookedAt ? nearDayAndTime(lookedAt, now) : "",
    writer: { memberId: actor.memberId, agencyId: actor.agencyId, side: standing.side, isHealth: actor.agencyKind === "health" },
    draft: await draftOf(reading),
    agencies: readers.agencies.map(({ agencyId, name }) => ({ agencyId, name })),
  };
}

// Reading a log is what marks it as read: the time before is given, the time now is kept.
async function looked({ tx, actor, now, standing }: Reading): Promise<Date | null> {
  const key = { memberId: actor.memberId, caseId: standing.caseId };
  const before = await tx.caseLook.findUnique({ where: { memberId_caseId: key }, select: { lookedAt: true } });
  await tx.caseLook.upsert({ where: { memberId_caseId: key }, create: { ...key, lookedAt: now }, update: { lookedAt: now } });
  return before?.lookedAt ?? null;
}

async function draftOf({ tx, actor, standing }: Reading): Promise<CaseLogView["draft"]> {
  const found = await tx.draft.findUnique({ where: { memberId_kind_subject: { memberId: actor.memberId, kind: "case-entry", subject: standing.caseId } } });
  return found ? { data: found.data as Record<string, unknown>, savedAt: found.updatedAt.toISOString() } : null;
}
