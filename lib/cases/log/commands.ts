import { randomUUID } from "node:crypto";
import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import type { Side } from "../../platform/generated/enums";

export type Doing = { tx: Tx; actor: Actor; now: Date };

export type NewEntry = {
  caseId: string;
  kind: string;
  body?: string;
  data?: Record<string, unknown>;
  /** Who may read it by side. Unless said otherwise it is kept from the perpetrator's side, where a name can do harm. */
  side?: Side;
  /** Agencies that may read it, the author's own among them; empty for everyone at contribute. */
  audience?: string[];
  membersOnly?: boolean;
  notice?: string;
  correctsId?: string | null;
  happenedAt?: Date;
};

/** Adds one entry to a case's only history, in the caller's transaction, as the acting member. Returns its id. */
export async function writeEntry({ tx, actor, now }: Doing, entry: NewEntry): Promise<string> {
  const id = randomUUID();
  const { data = {}, ...rest } = entry;
  // createMany, because a partner at summary may add a line to a log that it may not read back.
  await tx.entry.createMany({ data: [{ ...rest, id, data: data as object, authorId: actor.memberId, authorAgencyId: actor.agencyId, happenedAt: entry.happenedAt ?? now }] });
  return id;
}
