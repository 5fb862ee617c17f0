import { createHash } from "node:crypto";
import { z } from "zod";
import type { Actor } from "./actor";
import { appendAudit, type AuditSubject } from "./audit";
import { inContext, type Door, type Opened, type Tx } from "./db";
import type { Decision } from "./decision";
import { Forbidden, InvalidInput, NotFound, StepUpNeeded } from "./errors";
import { react, type DomainEvent } from "./events";
import { parseInput } from "./input";
import { recordRefusal } from "./refusal";

type Asked<Input> = { tx: Tx; actor: Actor; now: Date; input: Input };

type Definition<Input extends z.ZodType, Output extends z.ZodType, Subject> = {
  /** `area.verb`: the permission key, the audit verb and the log field. */
  name: string;
  /** One plain sentence for the API's description. */
  summary: string;
  input: Input;
  output: Output;
  /** Brings what the policy judges, through visibility alone: what is hidden is NotFound. `nothing` when there is no subject. */
  load: (asked: Asked<z.output<Input>>) => Promise<Subject>;
  allow: (actor: Actor, subject: Subject, input: z.output<Input>, now: Date) => Decision;
  /** Words for each refusal. */
  words?: Record<string, string>;
  /** What is kept of the answer for a key that is sent twice, where it holds what is shown once: all of it unless this says otherwise. */
  kept?: (result: z.output<Output>) => z.output<Output>;
  /** Weighs enough to ask for the second factor again where it was shown longer than 5 minutes ago. */
  stepUp?: boolean;
  run: (asked: Asked<z.output<Input>> & { subject: Subject }) => Promise<{ result: z.input<Output>; events?: DomainEvent[]; audit?: AuditSubject }>;
};

export type Command<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType, Subject = unknown> = Definition<Input, Output, Subject> & {
  kind: "command";
  /** Does it. With a key, the same request again gets the same answer and has no second effect. */
  do: (door: Door, input: unknown, idempotencyKey?: string) => Promise<z.output<Output>>;
};

/** For commands without a subject. */
export async function nothing(): Promise<null> {
  return null;
}

/** The only door for writes: parse, load through visibility, may?, run, reactions, audit; one transaction. */
export function command<Input extends z.ZodType, Output extends z.ZodType, Subject>(
  definition: Definition<Input, Output, Subject>,
): Command<Input, Output, Subject> {
  const made: Command<Input, Output, Subject> = {
    ...definition,
    kind: "command",
    do: async (door, raw, idempotencyKey) => {
      try {
        return await inContext(door, (opened) => once(definition, opened, raw, idempotencyKey, () => perform(definition, opened, raw)));
      } catch (error) {
        throw await recordRefusal(door, definition, error, raw);
      }
    },
  };
  return made;
}

async function perform<Input extends z.ZodType, Output extends z.ZodType, Subject>(
  definition: Definition<Input, Output, Subject>,
  { tx, actor, now }: Opened,
  raw: unknown,
): Promise<z.output<Output>> {
  const asked = { tx, actor: await toWrite(tx, actor), now, input: parseInput(definition.input, raw) };
  const subject = await definition.load(asked).catch((error: unknown) => {
    throw error instanceof NotFound && readsOnly(actor, asked.input) ? new Forbidden("read-only", definition.words?.["read-only"] ?? "You opened this in an emergency, to read only.") : error;
  });
  const decision = definition.allow(asked.actor, subject, asked.input, now);
  if (!decision.allowed) throw new Forbidden(decision.reason, definition.words?.[decision.reason]);
  if (definition.stepUp) mustBeFresh(actor, now);
  const { result, events, audit } = await definition.run({ ...asked, subject });
  if (events?.length) {
    // The areas' reactions are composed above the platform; loading them late keeps the platform ignorant of areas.
    const { reactions } = await import("../reactions");
    await react({ tx, actor: asked.actor, now }, events, reactions);
  }
  await appendAudit(tx, definition.name, "done", audit);
  return definition.output.parse(result);
}

const freshMinutes = 5;

/** Refuses a session whose second factor was shown too long ago. A job has no session and nobody to ask: what it may do as a member is decided where it is queued. */
export function mustBeFresh(actor: Pick<Actor, "sessionId" | "secondFactorAt">, now: Date): void {
  if (!actor.sessionId) return;
  const shownAt = actor.secondFactorAt ? new Date(actor.secondFactorAt).getTime() : -Infinity;
  if (now.getTime() - shownAt > freshMinutes * 60_000) throw new StepUpNeeded();
}

// Who reads a case by break-glass writes nothing in it, by either wall: as a writer they do not reach it.
async function toWrite(tx: Tx, actor: Actor): Promise<Actor> {
  if (actor.glassCaseIds.length === 0) return actor;
  await tx.$executeRaw`SELECT put_glass_down()`;
  return { ...actor, glassCaseIds: [] };
}

function readsOnly(actor: Actor, input: unknown): boolean {
  return typeof input === "object" && input !== null && "caseId" in input && actor.glassCaseIds.includes(String(input.caseId));
}

async function once<Result>({ name, kept }: { name: string; kept?: (result: Result) => Result }, { tx, actor }: Opened, raw: unknown, key: string | undefined, work: () => Promise<Result>): Promise<Result> {
  if (!key) return work();
  const requestHash = createHash("sha256").update(name).update("\0").update(JSON.stringify(raw) ?? "").digest("hex");
  // Two of the same at once: the second waits here, then finds the first one's answer.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${actor.memberId}:${key}`}, 0))::text`;
  const before = await tx.idempotencyRecord.findUnique({ where: { memberId_key: { memberId: actor.memberId, key } } });
  if (before && before.requestHash !== requestHash) {
    throw new InvalidInput([{ path: "Idempotency-Key", message: "This key was used for a different request." }]);
  }
  if (before) return before.response as Result;
  const result = await work();
  await tx.idempotencyRecord.create({ data: { memberId: actor.memberId, key, command: name, requestHash, response: (kept ? kept(result) : result) as object } });
  return result;
}
