import { ageOn } from "../../format/names";
import { londonDay } from "../../format/dates";
import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import { Forbidden } from "../../platform/errors";
import { query } from "../../platform/query";
import { agencyChoices, findGovernanceContact } from "../../agencies/queries";
import { caseHeader } from "../../cases/page/queries";
import { hasOneComplainant } from "../../cases/protecting/queries";
import { mayReadCases } from "../../cases/page/policy";
import { sharingRefusals } from "../../cases/sharing/labels";
import { mayAskForMore, maySeeSharing, mayShareCase } from "../../cases/sharing/policy";
import { othersWhoSee, partnersOf } from "../../cases/sharing/queries";
import { isUnderSection115, whatTheySee } from "../../cases/sharing/rules";
import { keepingOf, keptFrom } from "../../cases/keeping/queries";
import { caseSharingInput, caseSharingSchema, type CaseSharing, type SharingCandidate } from "../../cases/sharing/schema";
import { caseRefusals } from "../../cases/page/labels";
import { standingOn, type CaseStanding } from "../../cases/visibility";
import type { Answers } from "../schema";
import { visibleAssessments } from "../visibility";
import { proposalWords } from "./labels";
import { suggestedAgencies, type Proposal, type ProposedKind } from "./rules";

type Reading = { tx: Tx; actor: Actor; now: Date; standing: CaseStanding };

/** Who has a case and what each sees; for the lead also whom it may bring in, those that the assessments call for first. */
export const getCaseSharing = query({
  name: "case.sharing",
  summary: "Who has a case, how far and why, and whom the lead may share it with.",
  input: caseSharingInput,
  output: caseSharingSchema,
  allow: mayReadCases,
  words: { ...caseRefusals, ...sharingRefusals },
  run: async ({ tx, actor, now, input }) => {
    const standing = await standingOn(tx, actor, now, input.caseId);
    const seeing = maySeeSharing(actor, standing);
    if (!seeing.allowed) throw new Forbidden(seeing.reason);
    const reading = { tx, actor, now, standing };
    const { partners, ended } = await partnersOf(reading);
    const others = await othersWhoSee(reading);
    const sharing = mayShareCase(actor, standing);
    return {
      header: await caseHeader(tx, actor, now, standing), ...others, partners, ended, preview: previews,
      offer: sharing.allowed ? await offerOf(reading, others.areaName, partners) : null,
      refusal: sharing.allowed ? "" : (sharingRefusals[sharing.reason] ?? ""),
      mayAsk: mayAskForMore(actor, standing).allowed, hasOneComplainant: await hasOneComplainant(tx, standing.caseId),
      ...(await keptFrom(reading)), keeping: await keepingOf(reading),
    };
  },
  audit: (view) => ({ caseId: view.header.caseId }),
});

const previews = Object.fromEntries((["summary", "contribute"] as const).flatMap((level) =>
  (["both", "victim", "perpetrator"] as const).map((side) => [`${level}:${side}`, whatTheySee(level, side)])));

async function offerOf(reading: Reading, areaName: string, partners: CaseSharing["partners"]): Promise<CaseSharing["offer"]> {
  const { tx, now, standing } = reading;
  const today = new Date(londonDay(now));
  const proposals = await proposalsFor(reading);
  const agencies = await agencyChoices(tx, now, standing.areaIds);
  const candidates = agencies
    .filter((agency) => !partners.some((partner) => partner.agencyId === agency.id))
    .map((agency): SharingCandidate => {
      // One of its kind is on the case already: what the assessment calls for is there.
      const proposal = partners.some((partner) => partner.kindWords === agency.kindWords) ? undefined : proposals.get(agency.kind);
      return {
        agencyId: agency.id, name: agency.name, kindWords: agency.kindWords, side: agency.side,
        suggestion: proposal ? proposalWords(proposal) : "",
        refusal: agency.hasLiveAgreement ? "" : `${agency.name} has no live agreement for ${areaName}.`,
        isUnderSection115: isUnderSection115(agency.kind),
      };
    });
  return {
    candidates: candidates.sort((a, b) => Number(!!a.refusal) - Number(!!b.refusal) || Number(!a.suggestion) - Number(!b.suggestion)),
    gateways: await tx.code.findMany({
      where: { list: "legal_gateway", AND: [{ OR: [{ validFrom: null }, { validFrom: { lte: today } }] }, { OR: [{ validTo: null }, { validTo: { gte: today } }] }] },
      select: { code: true, label: true }, orderBy: { position: "asc" },
    }),
    governance: await findGovernanceContact(tx),
  };
}

/** What the latest assessment of each person or place on a case calls for, by kind of agency, with every reason once. */
async function proposalsFor({ tx, actor, now, standing }: Reading): Promise<Map<string, Proposal>> {
  const latest = await tx.assessment.findMany({
    where: { AND: [{ caseId: standing.caseId }, visibleAssessments(actor, now)] },
    orderBy: [{ completedAt: "desc" }, { id: "asc" }], distinct: ["templateKey", "involvementId", "placeId"],
    select: { answers: true, factors: true, triggers: true, rag: true, involvementId: true, templateKey: true },
  });
  const assessed = await tx.involvement.findMany({
    where: { id: { in: latest.flatMap(({ involvementId }) => involvementId ?? []) } },
    select: { id: true, role: true, person: { select: { bornOn: true } } },
  });
  const found = latest.flatMap(({ answers, factors, triggers, rag, involvementId }) => {
    const about = assessed.find(({ id }) => id === involvementId);
    const age = about?.person.bornOn ? ageOn(londonDay(about.person.bornOn), londonDay(now)) : null;
    const subject = !about ? "place" as const : about.role === "victim" ? "victim" as const : "perpetrator" as const;
    return suggestedAgencies(answers as Answers, factors, triggers, { age, subject, rag });
  });
  const byKind = new Map<ProposedKind, Proposal>();
  for (const { kind, reasons } of found) byKind.set(kind, { kind, reasons: [...new Set([...(byKind.get(kind)?.reasons ?? []), ...reasons])] });
  return byKind;
}
