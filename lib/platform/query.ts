import { z } from "zod";
import type { Actor } from "./actor";
import { appendAudit, type AuditSubject } from "./audit";
import { inContext, type Door, type Tx } from "./db";
import type { Decision } from "./decision";
import { Forbidden } from "./errors";
import { parseInput } from "./input";
import { recordRefusal } from "./refusal";

type Asked<Input> = { tx: Tx; actor: Actor; now: Date; input: Input };

type Definition<Input extends z.ZodType, Output extends z.ZodType> = {
  /** `area.verb`: the permission key, the audit verb and the log field. */
  name: string;
  /** One plain sentence for the API's description. */
  summary: string;
  input: Input;
  /** What may leave; anything else the reading produced is cut off here. */
  output: Output;
  /** Whether this kind of member may ask at all. What they may see is for the predicate in `run`. */
  allow: (actor: Actor, input: z.output<Input>) => Decision;
  /** Words for each refusal. */
  words?: Record<string, string>;
  run: (asked: Asked<z.output<Input>>) => Promise<z.input<Output>>;
  /** Whose record was read, for the audit. `none` only for lists of codes and a member's own settings. */
  audit: ((view: z.output<Output>, input: z.output<Input>) => AuditSubject) | "none";
};

export type Query<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = Definition<Input, Output> & {
  kind: "query";
  ask: (door: Door, input: unknown) => Promise<{ view: z.output<Output>; actor: Actor; now: Date }>;
};

/** The only door for reads: parse, may?, read through visibility, cut to the view, audit; one transaction. */
export function query<Input extends z.ZodType, Output extends z.ZodType>(definition: Definition<Input, Output>): Query<Input, Output> {
  const made: Query<Input, Output> = {
    ...definition,
    kind: "query",
    ask: async (door, raw) => {
      try {
        return await inContext(door, async ({ tx, actor, now }) => {
          const input = parseInput(definition.input, raw);
          const decision = definition.allow(actor, input);
          if (!decision.allowed) throw new Forbidden(decision.reason, definition.words?.[decision.reason], { actor, now });
          const view = definition.output.parse(await definition.run({ tx, actor, now, input }));
          if (definition.audit !== "none") await appendAudit(tx, definition.name, "read", definition.audit(view, input));
          return { view, actor, now };
        });
      } catch (error) {
        throw await recordRefusal(door, definition, error, raw);
      }
    },
  };
  return made;
}
