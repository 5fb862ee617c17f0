import { dayAndTime } from "../../format/dates";
import type { InvitationKind, SignInStanding } from "./schema";

export type LinkRow = {
  id: string; version: number; kind: string; needsSecond: boolean; decidedAt: Date | null; issuedAt: Date | null; expiresAt: Date | null; mailedAt: Date | null; usedAt: Date | null; endedAt: Date | null;
};

const until: Record<InvitationKind, string> = { join: "Invitation", password: "Link for a new password", device: "Link for a new device" };

/** How a link that stands is described, and whether it still works. */
function standingOf(link: LinkRow, now: Date): Pick<SignInStanding, "words" | "tone"> {
  const what = until[link.kind as InvitationKind];
  if (link.needsSecond && !link.decidedAt) return { words: `${what} waits for a second person`, tone: "soon" };
  if (!link.issuedAt || !link.expiresAt) return { words: `${what} is on its way`, tone: "plain" };
  if (link.expiresAt <= now) return { words: `${what} has run out`, tone: "soon" };
  return { words: `${what} ${link.mailedAt ? "mailed, " : ""}holds until ${dayAndTime(link.expiresAt, now)}`, tone: "plain" };
}

type About = { links: readonly LinkRow[]; hasSignedIn: boolean; mayLetIn: boolean; mayReset: boolean };

/** How a member can sign in: by a link that stands, or because they were let in; and what an administrator can do about it. */
export function signInStanding({ links, hasSignedIn, mayLetIn, mayReset }: About, now: Date): SignInStanding {
  const open = links.find((link) => !link.usedAt && !link.endedAt);
  const wasLetIn = hasSignedIn || links.some((link) => link.kind === "join" && link.usedAt);
  const told = open ? standingOf(open, now) : { words: wasLetIn ? "" : "Not invited yet", tone: wasLetIn ? ("plain" as const) : ("soon" as const) };
  return { ...told, invitationId: open?.id ?? "", version: open?.version ?? 0, mayInvite: mayLetIn && !wasLetIn, mayReset: mayReset && wasLetIn };
}
