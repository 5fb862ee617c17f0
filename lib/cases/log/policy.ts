import type { Actor } from "../../platform/actor";
import { allow, refuse, type Decision } from "../../platform/decision";
import { mayWorkCase } from "../page/policy";
import type { CaseStanding } from "../visibility";
import { writtenKinds } from "./schema";

type Standing = Pick<CaseStanding, "level" | "isByGlass" | "side" | "status">;

/** Adding to a log takes contribute; an agency at summary is refused. */
export function mayAddEntry(actor: unknown, standing: Standing): Decision {
  return mayWorkCase(actor, standing);
}

export type CorrectableEntry = { standing: Standing; kind: string; authorAgencyId: string | null };

/** An entry is corrected by the agency that wrote it, where a member wrote it by hand; others add a note. */
export function mayCorrectEntry(actor: Pick<Actor, "agencyId">, { standing, kind, authorAgencyId }: CorrectableEntry): Decision {
  const works = mayWorkCase(actor, standing);
  if (!works.allowed) return works;
  if (authorAgencyId !== actor.agencyId) return refuse("other-agency-wrote-it");
  return [...writtenKinds, "contact"].includes(kind) ? allow : refuse("written-by-the-system");
}

export type SealedEntry = { standing: Standing; audience: readonly string[]; authorAgencyId: string | null };

/** Letting a named member read a sealed entry: the agency that wrote it, or a health agency that it is for. */
export function mayAdmitReader(actor: Pick<Actor, "agencyId" | "agencyKind">, { standing, audience, authorAgencyId }: SealedEntry): Decision {
  const works = mayWorkCase(actor, standing);
  if (!works.allowed) return works;
  if (audience.length === 0) return refuse("not-sealed");
  if (!audience.includes(actor.agencyId)) return refuse("not-the-keeper");
  return authorAgencyId === actor.agencyId || actor.agencyKind === "health" ? allow : refuse("not-the-keeper");
}

/** Ticking off a call takes contribute, on the victim's side or both. */
export function mayTickDutyCall(actor: unknown, standing: Standing): Decision {
  if (standing.side === "perpetrator") return refuse("not-for-this-side");
  return mayWorkCase(actor, standing);
}
