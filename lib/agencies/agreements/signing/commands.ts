import { z } from "zod";
import { londonDay } from "../../../format/dates";
import type { Actor } from "../../../platform/actor";
import { command, nothing } from "../../../platform/command";
import type { Tx } from "../../../platform/db";
import { Refused } from "../../../platform/errors";
import { updateAtVersion } from "../../../platform/versions";
import { agreementWaits } from "../events";
import { agreementRefusals } from "../labels";
import { mayActivateAgreement, mayDecideSignatory, mayKeepAgreements } from "../policy";
import { activateAgreementInput, addSignatoryInput, decideSignatoryInput, proposeAgreementInput, withdrawSignatureInput } from "../schema";
import { agreementFound, proposalFound, signatureFound } from "../visibility";

const stop = (rule: string) => new Refused(rule, agreementRefusals[rule]);
const day = (value: string) => new Date(value);

/** Proposes an agreement; nothing is shared under it until a second person of county governance makes it live. */
export const proposeAgreement = command({
  name: "agreement.propose",
  summary: "Proposes an agreement, to be made live by a second person.",
  input: proposeAgreementInput,
  output: z.object({ agreementId: z.string() }),
  load: nothing,
  allow: (actor) => mayKeepAgreements(actor),
  words: agreementRefusals,
  run: async ({ tx, actor, now, input: { name, purposes, startsOn, endsOn } }) => {
    if (endsOn < startsOn) throw stop("ends-before-start");
    if (endsOn < londonDay(now)) throw stop("already-ended");
    if ((await tx.agreement.count({ where: { name: { equals: name, mode: "insensitive" }, withdrawnAt: null } })) > 0) throw stop("name-taken");
    const { id } = await tx.agreement.create({ data: { name, purposes, startsOn: day(startsOn), endsOn: day(endsOn), proposedById: actor.memberId, proposedAt: now }, select: { id: true } });
    return { result: { agreementId: id }, audit: { detail: { agreementId: id } } };
  },
});

/** Makes an agreement live, as the second person; Conflict where a signature was added since it was looked at. */
export const activateAgreement = command({
  name: "agreement.activate",
  summary: "Makes a proposed agreement live, as the second person.",
  input: activateAgreementInput,
  output: z.object({ agreementId: z.string() }),
  load: ({ tx, actor, input }) => agreementFound(tx, actor, input.agreementId),
  allow: mayActivateAgreement,
  words: agreementRefusals,
  stepUp: true,
  run: async ({ tx, actor, now, input, subject: agreement }) => {
    if (agreement.activatedAt) throw stop("already-live");
    if (agreement.withdrawnAt || londonDay(agreement.endsOn) < londonDay(now)) throw stop("agreement-over");
    if (!agreement.signatures.some(({ withdrawnAt }) => withdrawnAt === null)) throw stop("no-signature");
    await updateAtVersion(tx.agreement, agreement.id, input.version, { activatedAt: now, activatedById: actor.memberId });
    return { result: { agreementId: agreement.id }, audit: { detail: { agreementId: agreement.id } } };
  },
});

type Signatory = { agreementId: string; agencyId: string; signatoryName: string; signedOn: Date; endsOn: Date | null; coversTriage: boolean; areaIds: string[] };

async function sign(tx: Tx, actor: Actor, now: Date, { areaIds, ...signatory }: Signatory): Promise<string> {
  const { id } = await tx.agreementSignature.create({ data: { ...signatory, recordedById: actor.memberId, recordedAt: now }, select: { id: true } });
  await tx.signatureArea.createMany({ data: areaIds.map((areaId) => ({ signatureId: id, areaId })) });
  return id;
}

/** Records that an agency signed: on a proposal at once, on a live agreement once a second person confirms it. Refused for an agency that signed it before. */
export const addSignatory = command({
  name: "agreement.addSignatory",
  summary: "Records that an agency signs an agreement for some areas; on a live one, a second person confirms it.",
  input: addSignatoryInput,
  output: z.object({ isWaiting: z.boolean() }),
  load: ({ tx, actor, input }) => agreementFound(tx, actor, input.agreementId),
  allow: (actor) => mayKeepAgreements(actor),
  words: agreementRefusals,
  stepUp: true,
  run: async ({ tx, actor, now, input, subject: agreement }) => {
    const { agreementId, agencyId, areaIds } = input;
    const today = day(londonDay(now));
    if (agreement.withdrawnAt || agreement.endsOn < today) throw stop("agreement-over");
    const [signedOn, endsOn] = [day(input.signedOn), input.endsOn ? day(input.endsOn) : null];
    if (signedOn > today || (endsOn && (endsOn < signedOn || endsOn > agreement.endsOn || endsOn < today))) throw stop("not-of-dates");
    const signer = await tx.agency.count({ where: { id: agencyId } });
    if (signer === 0 || (await tx.area.count({ where: { id: { in: areaIds }, validFrom: { lte: today }, OR: [{ validTo: null }, { validTo: { gte: today } }] } })) !== areaIds.length) throw stop("no-such-area");
    const before = (await tx.agreementSignature.count({ where: { agreementId, agencyId } })) + (await tx.signatureProposal.count({ where: { agreementId, agencyId, decidedAt: null } }));
    if (before > 0) throw stop("already-signed");
    const signatory = { agreementId, agencyId, signatoryName: input.signatoryName, signedOn, endsOn, coversTriage: input.coversTriage, areaIds };
    const isWaiting = agreement.activatedAt !== null;
    if (isWaiting) await tx.signatureProposal.createMany({ data: [{ ...signatory, askedById: actor.memberId, askedAt: now }] });
    else await sign(tx, actor, now, signatory);
    // Whoever is about to make it live looks again.
    if (!isWaiting) await updateAtVersion(tx.agreement, agreementId, agreement.version, {});
    return { result: { isWaiting }, events: isWaiting || agreement.signatures.length === 0 ? [agreementWaits({ agreementId })] : [], audit: { detail: { agreementId, agencyId, areaIds, isWaiting } } };
  },
});

/** Confirms or declines, as the second person, that an agency signs a live agreement. Confirmed, it holds from the next request on. */
export const decideSignatory = command({
  name: "agreement.decideSignatory",
  summary: "Confirms or declines, as the second person, an agency's signature on a live agreement.",
  input: decideSignatoryInput,
  output: z.object({ agreementId: z.string(), confirmed: z.boolean() }),
  load: ({ tx, actor, input }) => proposalFound(tx, actor, input.proposalId),
  allow: mayDecideSignatory,
  words: agreementRefusals,
  stepUp: true,
  run: async ({ tx, actor, now, input, subject: proposal }) => {
    if (proposal.decidedAt) throw stop("already-decided");
    const confirmed = input.decision === "confirmed";
    await updateAtVersion(tx.signatureProposal, proposal.id, input.version, { decision: input.decision, decidedById: actor.memberId, decidedAt: now });
    const { agreementId, agencyId, signatoryName, signedOn, endsOn, coversTriage, areaIds } = proposal;
    if (confirmed) await sign(tx, actor, now, { agreementId, agencyId, signatoryName, signedOn, endsOn, coversTriage, areaIds });
    return { result: { agreementId, confirmed }, audit: { detail: { agreementId, agencyId, proposalId: proposal.id } } };
  },
});

/** Withdraws an agency's signature: from its members' next request on they reach nothing by it. One person may do it, since it only takes away. */
export const withdrawSignature = command({
  name: "agreement.withdrawSignature",
  summary: "Withdraws an agency's signature, with a reason; its reach by it ends at once.",
  input: withdrawSignatureInput,
  output: z.object({ agreementId: z.string() }),
  load: ({ tx, actor, input }) => signatureFound(tx, actor, input.signatureId),
  allow: (actor) => mayKeepAgreements(actor),
  words: agreementRefusals,
  stepUp: true,
  run: async ({ tx, actor, now, input, subject: signature }) => {
    if (signature.withdrawnAt) throw stop("already-withdrawn");
    await updateAtVersion(tx.agreementSignature, signature.id, input.version, { withdrawnAt: now, withdrawnById: actor.memberId, withdrawReason: input.reason });
    return { result: { agreementId: signature.agreementId }, audit: { detail: { signatureId: signature.id, agencyId: signature.agencyId } } };
  },
});
