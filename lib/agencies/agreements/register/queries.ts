import { type Day, londonDay, longDay } from "../../../format/dates";
import { z } from "zod";
import { query } from "../../../platform/query";
import type { Tx } from "../../../platform/db";
import { NotFound } from "../../../platform/errors";
import { adminMenu } from "../../menu/queries";
import { agreementPurposes, agreementRefusals, purposeWords } from "../labels";
import { mayActivateAgreement, mayDecideSignatory, mayDecideWithdrawal, mayKeepAgreements, mayReadAgreements } from "../policy";
import { stateOn } from "../rules";
import { agreementListView, agreementView, getAgreementInput, signatureInput, withdrawalEffectSchema, type AgreementLine } from "../schema";
import { agreementFound, signatureFound, visibleAgreements, visibleSignatories } from "../visibility";

const columns = { id: true, name: true, purposes: true, startsOn: true, endsOn: true, activatedAt: true, withdrawnAt: true, proposedById: true, withdrawalAskedById: true, withdrawalReason: true, version: true } as const;
type Row = { id: string; name: string; purposes: string[]; startsOn: Date; endsOn: Date; activatedAt: Date | null; withdrawnAt: Date | null };

const dayOf = (date: Date): Day => date.toISOString().slice(0, 10);

function inWords(row: Row, today: Day, signatures: number, waiting: number): AgreementLine {
  const state = stateOn(today, { startsOn: dayOf(row.startsOn), endsOn: dayOf(row.endsOn), isActive: row.activatedAt !== null, isWithdrawn: row.withdrawnAt !== null });
  return { agreementId: row.id, name: row.name, purposeWords: row.purposes.map(purposeWords), fromWords: longDay(dayOf(row.startsOn)), untilWords: longDay(dayOf(row.endsOn)), state, signatures, waiting };
}

/** The register of agreements, those that end soonest first: every one for county governance, those their agency signed for administrators. */
export const listAgreements = query({
  name: "agreement.list",
  summary: "The register of information sharing agreements, with how each stands and when it ends.",
  input: z.strictObject({}),
  output: agreementListView,
  allow: mayReadAgreements,
  words: agreementRefusals,
  run: async ({ tx, actor, now }) => {
    const own = visibleSignatories(actor);
    const rows = await tx.agreement.findMany({
      where: visibleAgreements(actor), orderBy: [{ endsOn: "asc" }, { name: "asc" }],
      select: { ...columns, _count: { select: { signatures: { where: { withdrawnAt: null, ...own } }, signatureProposals: { where: { decidedAt: null, ...own } } } } },
    });
    const lines = rows.map((row) => inWords(row, londonDay(now), row._count.signatures, row._count.signatureProposals));
    const isOver = (line: AgreementLine) => line.state.code === "ended" || line.state.code === "withdrawn";
    return {
      menu: await adminMenu(tx, actor), may: { propose: mayKeepAgreements(actor).allowed }, purposes: agreementPurposes.map((value) => ({ value, label: purposeWords(value) })),
      agreements: [...lines.filter((line) => !isOver(line)), ...lines.filter(isOver)],
    };
  },
  audit: (view) => ({ detail: { agreements: view.agreements.length } }),
});

async function namesOfMembers(tx: Tx, ids: (string | null)[]): Promise<Map<string, { name: string; userId: string }>> {
  const rows = await tx.member.findMany({ where: { id: { in: ids.filter((one): one is string => one !== null) } }, select: { id: true, name: true, userId: true } });
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}

/** One agreement with its signatories and what waits for a second person. NotFound for agencies that did not sign it. */
export const getAgreement = query({
  name: "agreement.get",
  summary: "One agreement: its signatories, areas, dates, and what waits for a second person.",
  input: getAgreementInput,
  output: agreementView,
  allow: mayReadAgreements,
  words: agreementRefusals,
  run: async ({ tx, actor, now, input }) => {
    const today = londonDay(now);
    const found = await agreementFound(tx, actor, input.agreementId);
    const row = await tx.agreement.findUniqueOrThrow({ where: { id: found.id }, select: columns });
    const own = visibleSignatories(actor);
    const signatures = await tx.agreementSignature.findMany({ where: { agreementId: row.id, ...own }, include: { agency: { select: { name: true } }, areas: { select: { area: { select: { name: true } } } } }, orderBy: [{ agency: { name: "asc" } }, { id: "asc" }] });
    const proposals = await tx.signatureProposal.findMany({ where: { agreementId: row.id, decidedAt: null, ...own }, include: { agency: { select: { name: true } } }, orderBy: [{ askedAt: "asc" }, { id: "asc" }] });
    const areas = await tx.area.findMany({ where: { validTo: null }, select: { id: true, name: true }, orderBy: { name: "asc" } });
    const areaNames = new Map(areas.map(({ id, name }) => [id, name]));
    const agencies = await tx.agency.findMany({ where: { id: { notIn: signatures.map(({ agencyId }) => agencyId) }, kind: { notIn: ["governance", "oversight"] } }, select: { id: true, name: true }, orderBy: { name: "asc" } });
    const names = await namesOfMembers(tx, [row.proposedById, row.withdrawalAskedById, ...proposals.map(({ askedById }) => askedById)]);
    const activate = mayActivateAgreement(actor, found);
    const keeps = mayKeepAgreements(actor).allowed;
    const isOver = row.withdrawnAt !== null || dayOf(row.endsOn) < today;
    const common = (one: { agency: { name: string }; signatoryName: string; signedOn: Date; endsOn: Date | null; coversTriage: boolean; version: number }) => ({
      agency: one.agency.name, signatoryName: one.signatoryName, signedWords: longDay(dayOf(one.signedOn)), untilWords: longDay(dayOf(one.endsOn ?? row.endsOn)), coversTriage: one.coversTriage, version: one.version,
    });
    return {
      menu: await adminMenu(tx, actor),
      agreement: { ...inWords(row, today, signatures.filter(({ withdrawnAt }) => !withdrawnAt).length, proposals.length), version: row.version, proposedBy: names.get(row.proposedById ?? "")?.name ?? "" },
      may: { activate: activate.allowed && !row.activatedAt && !isOver, whyNotActivate: activate.allowed || !keeps ? "" : (agreementRefusals[activate.reason] ?? ""), sign: keeps && !isOver, withdraw: keeps },
      withdrawal: keeps && row.withdrawalAskedById && !row.withdrawnAt ? { reason: row.withdrawalReason, askedBy: names.get(row.withdrawalAskedById)?.name ?? "", mayConfirm: mayDecideWithdrawal(actor, found, { decision: "confirmed" }).allowed } : null,
      signatures: signatures.map((one) => ({
        ...common(one), signatureId: one.id, areas: one.areas.map(({ area }) => area.name).sort(), withdrawReason: one.withdrawReason,
        state: stateOn(today, { startsOn: dayOf(one.signedOn > row.startsOn ? one.signedOn : row.startsOn), endsOn: dayOf(one.endsOn && one.endsOn < row.endsOn ? one.endsOn : row.endsOn), isActive: row.activatedAt !== null, isWithdrawn: one.withdrawnAt !== null || row.withdrawnAt !== null }),
      })),
      proposals: proposals.map((one) => ({
        ...common(one), proposalId: one.id, areas: one.areaIds.map((id) => areaNames.get(id) ?? "").sort(), askedBy: names.get(one.askedById)?.name ?? "",
        mayConfirm: mayDecideSignatory(actor, { askedByUserId: names.get(one.askedById)?.userId ?? "" }, { decision: "confirmed" }).allowed,
      })),
      agencies: keeps ? agencies.map(({ id, name }) => ({ value: id, label: name })) : [],
      areas: keeps ? areas.map(({ id, name }) => ({ value: id, label: name })) : [],
    };
  },
  audit: (view) => ({ detail: { agreementId: view.agreement.agreementId } }),
});

/** What withdrawing a signature would end, as numbers alone. NotFound for signatures of other agencies, but to county governance. */
export const getWithdrawalEffect = query({
  name: "agreement.effect",
  summary: "What withdrawing a signature would end, as numbers: cases, actions and members that lose reach.",
  input: signatureInput,
  output: withdrawalEffectSchema,
  allow: mayReadAgreements,
  words: agreementRefusals,
  run: async ({ tx, actor, input }) => {
    const { id } = await signatureFound(tx, actor, input.signatureId);
    const [row] = await tx.$queryRaw<{ cases: number; led: number; actions: number; members: number }[]>`SELECT cases, led, actions, members FROM withdrawal_effect(${id}::uuid)`;
    if (!row) throw new NotFound();
    return row;
  },
  audit: (_view, input) => ({ detail: { signatureId: input.signatureId } }),
});
