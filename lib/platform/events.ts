import type { z } from "zod";
import type { Actor } from "./actor";
import type { Tx } from "./db";

/** Something that happened in one area, for areas above it to react to in the same transaction. */
export type DomainEvent = { name: string; payload: unknown };

export type EventType<Payload extends z.ZodType> = ((payload: z.input<Payload>) => DomainEvent) & { eventName: string; payload: Payload };

/** Declares an event. Its payload stays readable for ever: add, never change. */
export function event<Payload extends z.ZodType>(eventName: string, payload: Payload): EventType<Payload> {
  return Object.assign((value: z.input<Payload>) => ({ name: eventName, payload: payload.parse(value) }), { eventName, payload });
}

export type ReactionContext = { tx: Tx; actor: Actor; now: Date };
export type Reaction = { to: string; run: (context: ReactionContext, payload: unknown) => Promise<void | DomainEvent[]> };

/** What an area does when another's event happens. Runs as the member who caused it, in the same transaction. */
export function reaction<Payload extends z.ZodType>(
  to: EventType<Payload>,
  run: (context: ReactionContext, payload: z.output<Payload>) => Promise<void | DomainEvent[]>,
): Reaction {
  return { to: to.eventName, run: async (context, payload) => run(context, to.payload.parse(payload)) };
}

/** Lets every area react, in the areas' order; an event that a reaction raises is handled in its turn. */
export async function react(context: ReactionContext, happened: DomainEvent[], reactions: Reaction[]): Promise<void> {
  const queue = [...happened];
  for (let next = queue.shift(); next; next = queue.shift()) {
    for (const one of reactions.filter((candidate) => candidate.to === next.name)) {
      queue.push(...((await one.run(context, next.payload)) ?? []));
    }
  }
}
