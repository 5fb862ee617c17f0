import { londonDay, nearDayAndTime, shortDay } from "../../format/dates";
import { dueWords } from "../../format/due";
import { displayName, isUnder18 } from "../../format/names";
import { listWords } from "../../format/text";
import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import { agencyNames } from "../../agencies/queries";
import { ragLabels } from "../../clocks/labels";
import { lateClocksOf } from "../clocks/late/queries";
import { mayBreakGlass } from "../glass/policy";
import { knownElsewhere } from "../../reports/elsewhere/queries";
import { involvementRoleWords, ragHistoryWords } from "./rules";
import { caseStatusLabels } from "./labels";
import { mayShareCase } from "../sharing/policy";
import { mayAssessCase, maySeeClosing, mayWorkCase } from "./policy";
import { ofSide, reaches, visibleCases, type CaseStanding } from "../visibility";
import type { CaseHeaderView, CaseWarningView, ClockView } from "./schema";

type Reading = { tx: Tx; actor: Actor; now: Date; standing: CaseStanding };

/** What stands above every tab of a case, for a member whose standing is known; nothing of victims for the perpetrator's side. */
export async function caseHeader(tx: Tx, actor: Actor, now: Date, standing: CaseStanding): Promise<CaseHeaderView> {
  const reading = { tx, actor, now, standing };
  const row = await tx.case.findUniqueOrThrow({ where: { id: standing.caseId }, select: caseColumns });
  const sharedWith = await agenciesWithReach(reading);
  const lead = sharedWith.find((agency) => agency.agencyId === standing.leadAgencyId);
  const officer = row.namedOfficer?.id === standing.namedOfficerId ? row.namedOfficer : await officerBefore(tx, standing.namedOfficerId);
  const parties = await partiesOf(reading);
  const history = await ragHistoryOf(reading);
  const isOtherSide = standing.side === "perpetrator";
  return {
    caseId: standing.caseId, reference: standing.reference, title: standing.title,
    // A version moves with what victims are asked and told, so this side is not given it.
    version: isOtherSide ? 0 : standing.version,
    status: standing.status, statusWords: caseStatusLabels[standing.status], level: standing.level, side: standing.side, now: now.toISOString(),
    isRestricted: !isOtherSide && row.isRestricted,
    continues: row.continuesId ? await caseBefore(reading, row.continuesId) : null,
    openUntilWords: standing.isByGlass ? await openUntil(reading) : "",
    ...(isOtherSide ? behaviourColour(row.behaviourRag) : colourOf(row, history, now)),
    lead: {
      agencyId: lead?.agencyId ?? "", agencyName: lead?.name ?? "", officerName: officer?.name ?? "", officerTitle: officer?.title ?? "",
      phone: officer?.phone || lead?.phone || "",
    },
    nextContact: isOtherSide || !reaches(standing.level, "contribute") ? null : clock(row.nextContactAt, now, "minute"),
    // How soon a review is due says which colour it is for.
    nextReview: isOtherSide ? null : clock(row.nextReviewAt, now, "day"),
    late: await lateClocksOf(reading),
    orders: await liveOrders(reading, parties),
    sharedWith: sharedWith.map(({ agencyId, name, level, side }) => ({ agencyId, name, level, side })),
    pendingInvitations: await pendingInvitations(reading),
    warnings: await warningsOf(reading, parties, row),
    may: mayOf(actor, standing),
  };
}

async function caseBefore({ tx, actor, now }: Reading, continuesId: string): Promise<CaseHeaderView["continues"]> {
  const found = await tx.case.findFirst({ where: { AND: [{ id: continuesId }, visibleCases(actor, now)] }, select: { id: true, reference: true } });
  return found && { caseId: found.id, reference: found.reference };
}

// The perpetrator's side knows the officer that the case had where it came from.
async function officerBefore(tx: Tx, memberId: string | null) {
  return memberId ? tx.member.findUnique({ where: { id: memberId }, select: { id: true, name: true, title: true, phone: true } }) : null;
}

async function openUntil({ tx, actor, now, standing }: Reading): Promise<string> {
  const opened = await tx.breakGlass.findFirst({ where: { caseId: standing.caseId, memberId: actor.memberId, entryId: null, endedAt: null, endsAt: { gt: now } }, select: { endsAt: true }, orderBy: [{ endsAt: "desc" }, { id: "asc" }] });
  return opened ? nearDayAndTime(opened.endsAt, now) : "";
}

const caseColumns = {
  rag: true, ragReason: true, ragSince: true, behaviourRag: true, nextContactAt: true, nextReviewAt: true, hateQueryOpen: true, isRestricted: true, continuesId: true,
  namedOfficer: { select: { id: true, name: true, title: true, phone: true } },
} as const;

type CaseRow = { rag: CaseHeaderView["rag"]; ragReason: string; ragSince: Date | null; hateQueryOpen: boolean };
type Colour = Pick<CaseHeaderView, "rag" | "ragReason" | "ragSinceWords" | "ragBeforeWords" | "ragHistory" | "ragHistoryWords">;

function colourOf(row: CaseRow, ragHistory: CaseHeaderView["ragHistory"], now: Date): Colour {
  const before = ragHistory.findLast((change) => change.rag !== row.rag);
  return {
    rag: row.rag, ragReason: row.ragReason, ragHistory, ragHistoryWords: ragHistoryWords(ragHistory, now),
    ragSinceWords: row.rag && row.ragSince ? `since ${nearDayAndTime(row.ragSince, now)}` : "",
    ragBeforeWords: before ? `was ${ragLabels[before.rag].toLowerCase()} until then` : "",
  };
}

// The latest behaviour assessment without its victim question is all that this side may know.
function behaviourColour(rag: CaseHeaderView["rag"]): Colour {
  return { rag, ragReason: rag ? "for the behaviour alone" : "", ragSinceWords: "", ragBeforeWords: "", ragHistory: [], ragHistoryWords: "" };
}

function clock(at: Date | null, now: Date, precision: "minute" | "day"): ClockView | null {
  return at ? { at: at.toISOString(), ...dueWords(at, now, { precision }) } : null;
}

async function agenciesWithReach({ tx, actor, now, standing }: Reading) {
  // Who else works the case is not for the perpetrator's side: a new name there could be that of where somebody went.
  const whose = standing.side === "perpetrator" ? { agencyId: { in: [actor.agencyId, standing.leadAgencyId] } } : {};
  const grants = await tx.grant.findMany({
    where: { caseId: standing.caseId, revokedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }], level: { not: "pointer" }, ...whose },
    select: { agencyId: true, level: true, side: true, agency: { select: { shortName: true, contactPhone: true } } },
    orderBy: [{ level: "desc" }, { agency: { shortName: "asc" } }],
  });
  const shown = grants.map(({ agencyId, level, side, agency }) => ({ agencyId, level: agencyId === standing.leadAgencyId ? "lead" as const : level, side, name: agency.shortName, phone: agency.contactPhone }));
  // The lead first, as that side knows it.
  return standing.side === "perpetrator" ? shown.sort((a, b) => Number(b.level === "lead") - Number(a.level === "lead")) : shown;
}

async function partiesOf({ tx, standing }: Reading) {
  return tx.involvement.findMany({
    where: { caseId: standing.caseId, endsAt: null, ...ofSide(standing) },
    select: { id: true, role: true, person: { select: { id: true, kind: true, givenName: true, familyName: true, fullName: true, bornOn: true, language: true } } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
}
type Parties = Awaited<ReturnType<typeof partiesOf>>;

async function ragHistoryOf({ tx, standing }: Reading): Promise<CaseHeaderView["ragHistory"]> {
  if (standing.side === "perpetrator") return [];
  const changes = await tx.ragChange.findMany({ where: { caseId: standing.caseId }, select: { at: true, rag: true }, orderBy: { seq: "desc" }, take: 12 });
  return changes.reverse().map(({ at, rag }) => ({ at: at.toISOString(), rag }));
}

// What is about a place may be about the new one.
async function isKeptFromMove({ tx, standing }: Reading): Promise<boolean> {
  return standing.side === "perpetrator" && (await tx.case.count({ where: { id: standing.caseId, fromAreaId: { not: null } } })) > 0;
}

async function liveOrders(reading: Reading, parties: Parties): Promise<CaseHeaderView["orders"]> {
  const { tx, now, standing } = reading;
  const today = new Date(londonDay(now));
  const ownSide = standing.side === "perpetrator" ? { OR: [...(await isKeptFromMove(reading) ? [] : [{ personId: null }]), { personId: { in: parties.map((party) => party.person.id) } }] } : {};
  const rows = await tx.intervention.findMany({
    where: { AND: [{ caseId: standing.caseId, status: "in_force", endedOn: null, OR: [{ endsOn: null }, { endsOn: { gte: today } }] }, ownSide, ofSide(standing)] },
    select: { id: true, endsOn: true, type: { select: { label: true } } },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({ id: row.id, words: row.endsOn ? `${row.type.label} to ${shortDay(row.endsOn, now)}` : row.type.label }));
}

async function pendingInvitations({ tx, standing }: Reading): Promise<number> {
  if (!reaches(standing.level, "contribute")) return 0;
  return tx.referral.count({ where: { caseId: standing.caseId, kind: "invite", status: { in: ["sent", "received"] }, ...ofSide(standing) } });
}

async function warningsOf(reading: Reading, parties: Parties, row: CaseRow): Promise<CaseWarningView[]> {
  const { now, standing } = reading;
  const today = londonDay(now);
  const young = parties.filter(({ person }) => isUnder18(person.bornOn ? londonDay(person.bornOn) : null, today));
  const spoken = parties.filter(({ person }) => person.language && !/^english$/i.test(person.language));
  return [
    ...(await staffSafety(reading)),
    ...(await elsewhere(reading, parties)),
    ...(await sealsOpened(reading)),
    ...(await sealedNotices(reading)),
    ...young.map(({ id, role, person }) => ({ kind: "under-18" as const, id: `under-18-${id}`, name: displayName(person), roleWords: involvementRoleWords(role) })),
    ...spoken.map(({ id, person }) => ({ kind: "interpreter" as const, id: `interpreter-${id}`, name: displayName(person), words: person.language })),
    ...(row.hateQueryOpen && standing.side !== "perpetrator" ? [{ kind: "hate-query" as const, id: "hate-query" }] : []),
    ...(standing.status === "intake" && row.rag === null ? [{ kind: "not-assessed" as const, id: "not-assessed" }] : []),
  ];
}

async function staffSafety({ tx, now, standing }: Reading): Promise<CaseWarningView[]> {
  const rows = await tx.warning.findMany({ where: { caseId: standing.caseId, endedAt: null, ...ofSide(standing) }, select: { id: true, words: true, reviewOn: true }, orderBy: [{ recordedAt: "asc" }, { id: "asc" }] });
  return rows.map((row) => ({ kind: "staff-safety", id: row.id, words: row.words, review: `Review ${shortDay(row.reviewOn, now)}.` }));
}

async function elsewhere({ tx, now }: Reading, parties: Parties): Promise<CaseWarningView[]> {
  const alleged = parties.filter(({ role }) => role === "alleged_perpetrator" || role === "perpetrator");
  const known = await knownElsewhere(tx, now, alleged.map(({ person }) => ({ personId: person.id, name: displayName(person) })));
  return known.map((one) => ({ kind: "elsewhere", ...one }));
}

async function sealedNotices({ tx, actor, now, standing }: Reading): Promise<CaseWarningView[]> {
  if (!reaches(standing.level, "contribute")) return [];
  const notices = await tx.$queryRaw<SealedLine[]>`SELECT "entryId", "agencyId", "authorId", notice, "recordedAt", "endsOn" FROM sealed_notices_of(${standing.caseId}::uuid)`;
  if (notices.length === 0) return [];
  const authors = await tx.member.findMany({ where: { id: { in: notices.flatMap(({ authorId }) => authorId ?? []) } }, select: { id: true, name: true } });
  const agencies = await tx.agency.findMany({ where: { id: { in: notices.map((each) => each.agencyId) } }, select: { id: true, shortName: true, kind: true, contactName: true, contactPhone: true } });
  return notices.map(({ entryId, agencyId, authorId, notice, recordedAt, endsOn }) => {
    const author = authors.find((each) => each.id === authorId)?.name;
    const byWords = [author, shortDay(recordedAt, now), endsOn ? `shown until ${shortDay(endsOn, now)}` : ""].filter(Boolean).join(", ");
    const agency = agencies.find((each) => each.id === agencyId);
    return { kind: "sealed" as const, id: entryId, notice, byWords, mayOpen: mayBreakGlass(actor).allowed, agencyName: agency?.shortName ?? "", isHealth: agency?.kind === "health", phone: listWords([agency?.contactName, agency?.contactPhone].filter((words) => !!words) as string[], "on") };
  });
}

type SealedLine = { entryId: string; agencyId: string; authorId: string | null; notice: string; recordedAt: Date; endsOn: Date | null };

async function sealsOpened({ tx, actor, now, standing }: Reading): Promise<CaseWarningView[]> {
  if (actor.openedEntryIds.length === 0) return [];
  const where = { caseId: standing.caseId, memberId: actor.memberId, entryId: { not: null }, endedAt: null, endsAt: { gt: now } };
  const opened = await tx.breakGlass.findMany({ where, select: { id: true, holderAgencyId: true, endsAt: true }, orderBy: [{ startedAt: "asc" }, { id: "asc" }] });
  const names = await agencyNames(tx, opened.flatMap(({ holderAgencyId }) => holderAgencyId ?? []));
  return opened.map(({ id, holderAgencyId, endsAt }) => ({ kind: "sealed-open", id, agencyName: names.get(holderAgencyId ?? "") ?? "", untilWords: nearDayAndTime(endsAt, now) }));
}

function mayOf(actor: Actor, standing: CaseStanding): CaseHeaderView["may"] {
  const works = mayWorkCase(actor, standing).allowed;
  const isOpen = standing.status !== "closed";
  const bothSides = standing.side !== "perpetrator";
  return {
    write: works, logContact: works && isOpen, assess: mayAssessCase(actor, standing).allowed, share: mayShareCase(actor, standing).allowed,
    addPeople: works && isOpen, seeLog: reaches(standing.level, "contribute"), seeHistory: bothSides, seeSharing: bothSides, seeClosing: maySeeClosing(actor, standing).allowed,
  };
}
