import { z } from "zod";
import { londonDay } from "../../format/dates";
import { query } from "../../platform/query";
import type { Tx } from "../../platform/db";
import { agencyKindWords } from "../labels";
import { adminMenu } from "../menu/queries";
import { livePosts } from "../queries";
import { liveSignatures } from "../visibility";
import { countyRefusals, sideLabels } from "./labels";
import { mayKeepCounty } from "./policy";
import { checklist } from "./rules";
import { checklistView, countyView } from "./schema";

const neverSign = ["oversight", "governance"];
const worksCases = { hasSome: ["practitioner", "coordinator", "manager"] as const };

async function standing(tx: Tx, now: Date) {
  const live = livePosts(now);
  const today = new Date(londonDay(now));
  const isOpen = { activatedAt: { not: null }, withdrawnAt: null, startsOn: { lte: today }, endsOn: { gte: today } };
  return {
    governance: await tx.member.count({ where: { AND: [live, { roles: { has: "governance" }, agency: { kind: "governance" } }] } }),
    areas: await tx.area.count({ where: { validTo: null } }),
    areasWithIntake: await tx.area.count({ where: { validTo: null, intakeMemberId: { not: null } } }),
    agencies: await tx.agency.count({ where: { kind: { not: "governance" } } }),
    agenciesWithoutDomains: await tx.agency.count({ where: { kind: { not: "governance" }, emailDomains: { isEmpty: true } } }),
    agreementsLive: await tx.agreement.count({ where: isOpen }),
    agreementsProposed: await tx.agreement.count({ where: { activatedAt: null, withdrawnAt: null } }),
    agenciesUnsigned: await tx.agency.count({ where: { kind: { notIn: neverSign }, signatures: { none: liveSignatures(today) } } }),
    agenciesWithoutAdmin: await tx.agency.count({ where: { kind: { notIn: neverSign }, members: { none: { AND: [live, { roles: { has: "agency_admin" } }] } } } }),
    workers: await tx.member.count({ where: { AND: [live, { roles: { hasSome: [...worksCases.hasSome] } }] } }),
    invitationsOpen: await tx.invitation.count({ where: { kind: "join", usedAt: null, endedAt: null } }),
  };
}

/** How far the county is set up, step by step, and what comes next. */
export const getChecklist = query({
  name: "county.checklist",
  summary: "How far the county is set up, and what comes next.",
  input: z.strictObject({}),
  output: checklistView,
  allow: mayKeepCounty,
  words: countyRefusals,
  run: async ({ tx, actor, now }) => {
    const steps = checklist(await standing(tx, now));
    return { menu: await adminMenu(tx, actor), steps, done: steps.filter(({ isDone }) => isDone).length };
  },
  audit: "none",
});

/** Who can take on reports: members who work cases, by the areas that their agency has a live agreement for. */
async function takersByArea(tx: Tx, now: Date): Promise<Map<string, { value: string; label: string }[]>> {
  const signatures = await tx.agreementSignature.findMany({ where: liveSignatures(new Date(londonDay(now))), select: { agencyId: true, areas: { select: { areaId: true } } } });
  const members = await tx.member.findMany({ where: { AND: [livePosts(now), { roles: { hasSome: [...worksCases.hasSome] }, endsAt: null }] }, select: { id: true, name: true, title: true, agencyId: true, agency: { select: { shortName: true, side: true } } }, orderBy: { name: "asc" } });
  const byArea = new Map<string, { value: string; label: string }[]>();
  for (const areaId of new Set(signatures.flatMap(({ areas }) => areas.map((area) => area.areaId)))) {
    const agencies = new Set(signatures.filter(({ areas }) => areas.some((area) => area.areaId === areaId)).map(({ agencyId }) => agencyId));
    byArea.set(areaId, members.filter(({ agencyId, agency }) => agencies.has(agencyId) && agency.side === "both").map(({ id, name, title, agency }) => ({ value: id, label: `${name}, ${title}, ${agency.shortName}` })));
  }
  return byArea;
}

/** The areas and agencies of the county, for keeping them. */
export const getCounty = query({
  name: "county.get",
  summary: "The areas and agencies of the county, with who takes on reports.",
  input: z.strictObject({}),
  output: countyView,
  allow: mayKeepCounty,
  words: countyRefusals,
  run: async ({ tx, actor, now }) => {
    const takers = await takersByArea(tx, now);
    const areas = await tx.area.findMany({ where: { validTo: null }, orderBy: { name: "asc" } });
    const intake = new Map((await tx.member.findMany({ where: { id: { in: areas.flatMap((area) => area.intakeMemberId ?? []) } }, select: { id: true, name: true, endsAt: true, agency: { select: { shortName: true } } } })).map((one) => [one.id, one]));
    const agencies = await tx.agency.findMany({ include: { organisation: { select: { name: true } } }, orderBy: { name: "asc" } });
    const posts = await tx.member.findMany({ where: livePosts(now), select: { agencyId: true, roles: true } });
    const organisations = await tx.organisation.findMany({ select: { name: true }, orderBy: { name: "asc" } });
    return {
      menu: await adminMenu(tx, actor), organisations: organisations.map(({ name }) => name),
      areas: areas.map(({ id, version, code, name, intakeMemberId }) => {
        const taker = intakeMemberId ? intake.get(intakeMemberId) : undefined;
        return { areaId: id, version, code, name, intakeMemberId: intakeMemberId ?? "", intakeWords: taker ? `${taker.name}, ${taker.agency.shortName}` : "", isIntakeGone: !!taker?.endsAt && taker.endsAt <= now, takers: takers.get(id) ?? [] };
      }),
      agencies: agencies.map(({ id, organisation, kind, side, ...row }) => {
        const own = posts.filter(({ agencyId }) => agencyId === id);
        return { ...row, agencyId: id, organisation: organisation.name, kindWords: agencyKindWords(kind), sideWords: sideLabels[side] ?? "", members: own.length, admins: own.filter(({ roles }) => roles.includes("agency_admin")).length };
      }),
    };
  },
  audit: (view) => ({ detail: { areas: view.areas.length, agencies: view.agencies.length } }),
});
