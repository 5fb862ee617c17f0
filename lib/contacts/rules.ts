import type { InvolvementRole, Side } from "../platform/generated/enums";
import { contactRefusals } from "./labels";
import type { LogContactInput, Outsider } from "./schema";

type WithRole = "victim" | "alleged_perpetrator" | "witness" | "household" | "professional" | "family";

/** What a contact with a person of a case counts as. */
export function contactWith(role: InvolvementRole | Outsider): WithRole {
  if (role === "family" || role === "professional") return role;
  if (role === "victim" || role === "complainant") return "victim";
  if (role === "alleged_perpetrator" || role === "perpetrator") return "alleged_perpetrator";
  return role === "witness" ? "witness" : "household";
}

/** The one side a contact is kept to: the person's own. Somebody outside the case fixes none. */
export function contactSide(involvementSide: Side | null): Side | undefined {
  return involvementSide === null || involvementSide === "both" ? undefined : involvementSide;
}

const furthestDays = 90;

/** What a rule of the field still asks of a contact, by field; a contact with a victim leaves a date for the next while the case is open. */
export function contactProblems(contact: LogContactInput, about: { withRole: WithRole; isOpen: boolean; now: Date }): { path: string; message: string }[] {
  const problems: { path: string; message: string }[] = [];
  const say = (path: string, code: string) => problems.push({ path, message: contactRefusals[code] ?? code });
  const next = contact.nextContactAt?.getTime();
  const now = about.now.getTime();
  if (about.withRole === "victim" && about.isOpen && next === undefined) say("nextContactAt", "next-contact-missing");
  if (next !== undefined && next <= now) say("nextContactAt", "next-contact-past");
  if (next !== undefined && next > now + furthestDays * 86_400_000) say("nextContactAt", "next-contact-too-far");
  if (about.withRole === "victim" && contact.type !== "failed_attempt" && contact.impact === undefined) say("impact", "impact-missing");
  if (contact.happenedAt && contact.happenedAt > about.now) say("happenedAt", "from-the-future");
  return problems;
}
