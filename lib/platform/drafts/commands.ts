import { z } from "zod";
import { command, nothing } from "../command";
import { anyMember } from "../decision";
import { query } from "../query";

const draftKey = { kind: z.string().regex(/^[a-z-]{1,40}$/), subject: z.string().max(80).default("") };
const data = z.record(z.string().max(60), z.unknown());

/** Keeps what a member has typed; the last one written wins, since only its writer can see it. */
export const keepDraft = command({
  name: "draft.keep",
  summary: "Keeps what the member has typed and not yet saved.",
  input: z.strictObject({ ...draftKey, data }),
  output: z.object({ savedAt: z.string() }),
  load: nothing,
  allow: anyMember,
  run: async ({ tx, actor, input, now }) => {
    const where = { memberId_kind_subject: { memberId: actor.memberId, kind: input.kind, subject: input.subject } };
    const kept = { data: input.data as object, updatedAt: now };
    await tx.draft.upsert({ where, create: { memberId: actor.memberId, kind: input.kind, subject: input.subject, ...kept }, update: kept });
    return { result: { savedAt: now.toISOString() } };
  },
});

/** Throws a draft away once it is saved or no longer wanted. */
export const dropDraft = command({
  name: "draft.drop",
  summary: "Throws away a draft of the member's own.",
  input: z.strictObject(draftKey),
  output: z.object({}),
  load: nothing,
  allow: anyMember,
  run: async ({ tx, actor, input }) => {
    await tx.draft.deleteMany({ where: { memberId: actor.memberId, kind: input.kind, subject: input.subject } });
    return { result: {} };
  },
});

/** A draft of the member's own, or null. */
export const findDraft = query({
  name: "draft.find",
  summary: "A draft of the member's own.",
  input: z.strictObject(draftKey),
  output: z.object({ draft: z.object({ data, savedAt: z.string() }).nullable() }),
  allow: anyMember,
  run: async ({ tx, actor, input }) => {
    const found = await tx.draft.findUnique({ where: { memberId_kind_subject: { memberId: actor.memberId, kind: input.kind, subject: input.subject } } });
    return { draft: found ? { data: found.data as Record<string, unknown>, savedAt: found.updatedAt.toISOString() } : null };
  },
  audit: "none",
});
