import type { Actor } from "../../../lib/platform/actor";
import type { Decision } from "../../../lib/platform/decision";
import type { Subject } from "./subjects";

/** Something that a policy allows or refuses: a query, a command, or a part of one that asks a policy of its own. */
export type Deed = { name: string; summary: string; words?: Record<string, string> | undefined; allow: (...given: never[]) => Decision };

/** One sentence of the table: who, on what, may or may not. */
export type Row = { deed: Deed; who: string; on: string; reason: string | null; sentence: string; decide: () => Decision };

type Given = { actor: Actor; who: string; subject: Subject | undefined; deeds: Deed[]; reason: string | undefined };

/** A part of a page that asks a policy of its own. */
export function part(name: string, summary: string, allow: Deed["allow"], words: Record<string, string>): Deed {
  return { name, summary, allow, words };
}

export function rowsFor({ actor, who, subject, deeds, reason }: Given): Row[] {
  const on = subject?.words ?? "";
  return deeds.map((deed) => ({
    deed, who, on, reason: reason ?? null,
    sentence: `${who}${on ? ` on ${on}` : ""} ${reason ? `may not ${deed.name}, because ${reason}` : `may ${deed.name}`}`,
    decide: () => judge(deed, actor, subject),
  }));
}

function judge(deed: Deed, actor: Actor, subject: Subject | undefined): Decision {
  const allow = deed.allow as (actor: Actor, subject: unknown, input: unknown, now: Date) => Decision;
  return allow(actor, onlyWhatIsThere(subject?.seenBy(actor) ?? null, deed.name), onlyWhatIsThere(subject?.input ?? {}, deed.name), new Date("2026-11-18T09:00:00Z"));
}

/** A policy that asks for more than a sentence says would read `undefined` and answer by accident: here it fails instead. */
function onlyWhatIsThere(given: unknown, name: string): unknown {
  if (Array.isArray(given)) return given.map((one) => onlyWhatIsThere(one, name));
  if (typeof given !== "object" || given === null || given instanceof Date) return given;
  return new Proxy(given, {
    get(target, key) {
      if (typeof key === "string" && !(key in target)) throw new Error(`The policy of ${name} asks for "${key}", which this sentence does not say`);
      return onlyWhatIsThere(Reflect.get(target, key), name);
    },
  });
}
