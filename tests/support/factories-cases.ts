import { writeEntry, type Doing } from "../../lib/cases/log/commands";
import { grantReach, openCase, type NewGrant } from "../../lib/cases/opening/commands";
import { inContext } from "../../lib/platform/db";
import type { Rag } from "../../lib/platform/generated/enums";
import { agencyCoded, areaCoded } from "./county";
import { asOwner } from "./database";

export type GivenGrant = { agency: string; level?: NewGrant["level"]; side?: NewGrant["side"] };

export type GivenCase = {
  /** The member who opens it. */
  by: string;
  /** The area's code, such as "FEN". */
  area: string;
  /** Left out, the case stays in intake without an assessment. */
  rag?: Rag;
  ragReason?: string;
  heading?: string;
  isHate?: boolean;
  /** The leading agency's code; the opener's own when left out. */
  lead?: string;
  /** The named officer; the opener when left out. */
  officer?: string;
  /** Agencies it is shared with, by code; at contribute and both sides unless said. */
  sharedWith?: (string | GivenGrant)[];
  victim?: string;
  alleged?: string;
  nextContactAt?: Date | null;
  nextReviewAt?: Date | null;
};

export type MadeCase = { caseId: string; reference: string; victimId: string; victimInvolvementId: string };

const scores: Record<Rag, number> = { green: 6, amber: 20, red: 33 };

/** A valid case, opened as a member would: a victim, somebody alleged, an assessment when a colour is given, and its grants. */
export async function makeCase(given: GivenCase): Promise<MadeCase> {
  const areaId = await areaCoded(given.area);
  const [place] = await asOwner<{ id: string; wardName: string }>(`SELECT id, "wardName" FROM "Place" WHERE "areaId" = $1 AND kind = 'address' ORDER BY uprn LIMIT 1`, [areaId]);
  if (!place) throw new Error("Load the county first.");
  const [officer] = await asOwner<{ agencyId: string }>(`SELECT "agencyId" FROM "Member" WHERE id = $1`, [given.officer ?? given.by]);
  const leadAgencyId = given.lead ? await agencyCoded(given.lead) : officer!.agencyId;
  const grants = await Promise.all((given.sharedWith ?? []).map(grantFrom));
  return inContext({ member: given.by }, async (doing) => {
    const heading = given.heading ?? "noise";
    const { caseId, reference } = await openCase(doing, {
      areaId, placeId: place.id, heading, headingLabel: "Noise", qualifier: "personal", originalHeading: heading, wardName: place.wardName,
      isHate: given.isHate ?? false, leadAgencyId, namedOfficerId: given.officer ?? given.by,
    });
    const victim = await involve(doing, caseId, given.victim ?? "Karen Kettle", "victim");
    await involve(doing, caseId, given.alleged ?? "Jason Drove", "alleged_perpetrator");
    if (given.rag) await assess(doing, caseId, victim.involvementId, given);
    if (grants.length > 0) await grantReach(doing, caseId, areaId, grants);
    return { caseId, reference, victimId: victim.personId, victimInvolvementId: victim.involvementId };
  });
}

async function grantFrom(given: string | GivenGrant): Promise<NewGrant> {
  const { agency, level = "contribute", side = "both" } = typeof given === "string" ? { agency: given } : given;
  return { agencyId: await agencyCoded(agency), level, side, purpose: "Prevent anti-social behaviour", legalBasis: "cda_s17" };
}

async function involve({ tx, actor, now }: Doing, caseId: string, fullName: string, role: "victim" | "alleged_perpetrator") {
  const [givenName = "", familyName = ""] = fullName.split(" ");
  const person = await tx.person.create({ data: { givenName, familyName, fullName, recordedById: actor.memberId, recordedAt: now }, select: { id: true } });
  const side = role === "victim" ? "victim" as const : "perpetrator" as const;
  const label = role === "victim" ? "Victim A" : "Person A";
  const involvement = await tx.involvement.create({ data: { personId: person.id, caseId, role, side, label, addedById: actor.memberId }, select: { id: true } });
  return { personId: person.id, involvementId: involvement.id };
}

async function assess(doing: Doing, caseId: string, involvementId: string, given: GivenCase) {
  const { tx, actor, now } = doing;
  const rag = given.rag!;
  const template = await tx.template.findFirstOrThrow({ where: { key: "VRA", status: "published" }, select: { id: true } });
  await tx.assessment.create({
    data: {
      caseId, templateId: template.id, templateKey: "VRA", involvementId, source: "phone", answers: {}, breakdown: {}, score: scores[rag], band: rag, rag,
      unknownCount: 0, isIncomplete: false, isBorderline: false, assessedById: actor.memberId, agencyId: actor.agencyId, side: "victim", completedAt: now,
    },
    select: { id: true },
  });
  const ragReason = given.ragReason ?? `Victim assessed at ${scores[rag]}`;
  await tx.ragChange.create({ data: { caseId, rag, reason: ragReason, cause: "victim", at: now, byId: actor.memberId }, select: { id: true } });
  await tx.case.update({
    where: { id: caseId },
    data: { rag, ragReason, ragSince: now, status: "open", nextContactAt: given.nextContactAt ?? null, nextReviewAt: given.nextReviewAt ?? null },
    select: { id: true },
  });
  await writeEntry(doing, { caseId, kind: "assessment", body: "Victim risk assessed.", data: { rag } });
}
