import { NotFound } from "../../../platform/errors";
import { anyMember } from "../../../platform/decision";
import type { Actor } from "../../../platform/actor";
import type { Tx } from "../../../platform/db";
import { query } from "../../../platform/query";
import { livePosts } from "../../../agencies/queries";
import { londonDay } from "../../../format/dates";
import { counted } from "../../../format/due";
import { auditRefusals, whatWords } from "../labels";
import { auditMenu, inWords, membersNamed, type Row } from "../lines/queries";
import { mayFollowMembers, mayFollowTeam, mayOversee } from "../policy";
import { mondayOf, pageOf, pageSize, placeOf, spanWords, weekBounds, weeksToChoose, weekWords } from "../rules";
import { memberTrailInput, memberTrailView, teamView, trailInput, trailView, weekInput, withoutWorkView, type TrailView } from "../schema";
import { followedMembers } from "../visibility";

type Reading = { tx: Tx; actor: Actor; now: Date };

async function trailOf({ tx, actor, now }: Reading, who: string | null, after: string | undefined): Promise<TrailView> {
  const place = placeOf(after);
  const rows = await tx.$queryRaw<Row[]>`SELECT at, "memberId", verb, outcome, reference FROM audit_trail(${who}::uuid, ${place.upto}::timestamptz, ${place.skip}::int, ${pageSize + 1}::int)`;
  const { lines, next } = pageOf(rows, place);
  const names = await membersNamed(tx, lines.map(({ memberId }) => memberId), { AND: [followedMembers(actor), who ? { id: who } : { agencyId: actor.agencyId }] });
  return { may: auditMenu(actor), lines: inWords(lines, names, now).map(({ line }) => line), next };
}

const told = (view: { lines: unknown[] }) => ({ detail: { lines: view.lines.length } });

/** What the asking member did, newest first. */
export const getMyTrail = query({
  name: "audit.mine",
  summary: "What the audit holds of the member's own doing.",
  input: trailInput,
  output: trailView,
  allow: anyMember,
  run: ({ tx, actor, now, input }) => trailOf({ tx, actor, now }, actor.memberId, input.after),
  audit: told,
});

/** What the members of a manager's own agency did, newest first, and who they are. */
export const getTeamTrail = query({
  name: "audit.team",
  summary: "What the audit holds of the members of a manager's agency.",
  input: trailInput,
  output: teamView,
  allow: mayFollowTeam,
  words: auditRefusals,
  run: async ({ tx, actor, now, input }) => {
    const trail = await trailOf({ tx, actor, now }, null, input.after);
    const members = await tx.member.findMany({ where: { AND: [{ agencyId: actor.agencyId }, livePosts(now)] }, select: { id: true, name: true, title: true }, orderBy: { name: "asc" }, take: 500 });
    return { ...trail, agency: actor.agencyShortName, members: members.map(({ id, ...rest }) => ({ memberId: id, ...rest })) };
  },
  audit: told,
});

type Looked = { memberId: string; reference: string; looks: number; firstAt: Date; lastAt: Date; verbs: string[]; devices: string[]; inEmergency: boolean };

/** Cases that members of a manager's own agency opened in a week without any work on them that the manager can see: who, when, what, on what browser. Refused to everyone else. */
export const getLookedWithoutWork = query({
  name: "audit.withoutWork",
  summary: "Which members of a manager's agency opened cases in a week without working on them.",
  input: weekInput,
  output: withoutWorkView,
  allow: mayFollowTeam,
  words: auditRefusals,
  run: async ({ tx, actor, now, input }) => {
    const week = mondayOf(input.week ?? londonDay(now));
    const { since, until } = weekBounds(week);
    const rows = await tx.$queryRaw<Looked[]>`SELECT "memberId", reference, looks, "firstAt", "lastAt", verbs, devices, "inEmergency" FROM audit_without_work(${since}::timestamptz, ${until}::timestamptz, ${input.skip}::int, ${pageSize + 1}::int)`;
    const shown = rows.slice(0, pageSize);
    const names = await membersNamed(tx, shown.map(({ memberId }) => memberId), { agencyId: actor.agencyId });
    return {
      may: auditMenu(actor), agency: actor.agencyShortName, week, weekWords: weekWords(week), weeks: weeksToChoose(now),
      lines: shown.flatMap(({ firstAt, lastAt, verbs, ...row }) => {
        const who = names.get(row.memberId);
        return who ? [{ ...row, key: `${row.memberId} ${row.reference}`, name: who.name, title: who.title, whenWords: spanWords(firstAt, lastAt, now), what: verbs.map(whatWords).sort() }] : [];
      }),
      nextSkip: rows.length > pageSize ? input.skip + pageSize : null,
    };
  },
  audit: told,
});

/** What one member did, for their manager and for governance. Members of other agencies are not found. */
export const getMemberTrail = query({
  name: "audit.member",
  summary: "What the audit holds of one member's doing.",
  input: memberTrailInput,
  output: memberTrailView,
  allow: mayFollowMembers,
  words: auditRefusals,
  run: async ({ tx, actor, now, input }) => {
    const member = (await membersNamed(tx, [input.memberId], followedMembers(actor))).get(input.memberId);
    if (!member) throw new NotFound();
    return { ...(await trailOf({ tx, actor, now }, input.memberId, input.after)), member };
  },
  audit: (view) => ({ detail: { memberId: view.member.memberId, lines: view.lines.length } }),
});

/** Requests that were refused or found nothing, and sign-ins that failed. */
export const listDenied = query({
  name: "audit.denied",
  summary: "Attempts that were refused or found nothing.",
  input: trailInput,
  output: trailView,
  allow: mayOversee,
  words: auditRefusals,
  run: async ({ tx, actor, now, input }) => {
    const place = placeOf(input.after);
    const rows = await tx.$queryRaw<Row[]>`SELECT at, "memberId", verb, outcome, reference FROM audit_denied(${place.upto}::timestamptz, ${place.skip}::int, ${pageSize + 1}::int)`;
    const { lines, next } = pageOf(rows, place);
    const names = await membersNamed(tx, lines.map(({ memberId }) => memberId), followedMembers(actor));
    return { may: auditMenu(actor), lines: inWords(lines, names, now).map(({ line }) => line), next };
  },
  audit: told,
});

/** Searches and what was taken out of Hereward: who and when. What was searched for is not kept. */
export const listSearches = query({
  name: "audit.searches",
  summary: "Searches and exports: who made them and when.",
  input: trailInput,
  output: trailView,
  allow: mayOversee,
  words: auditRefusals,
  run: async ({ tx, actor, now, input }) => {
    const place = placeOf(input.after);
    const rows = await tx.$queryRaw<(Row & { shown: number })[]>`SELECT at, "memberId", verb, outcome, shown FROM audit_searches(${place.upto}::timestamptz, ${place.skip}::int, ${pageSize + 1}::int)`;
    const { lines, next } = pageOf(rows, place);
    const names = await membersNamed(tx, lines.map(({ memberId }) => memberId), followedMembers(actor));
    return { may: auditMenu(actor), lines: inWords(lines, names, now).map(({ row, line }) => ({ ...line, note: row.shown === 0 ? "Nothing was shown" : `${counted(row.shown, "record")} shown` })), next };
  },
  audit: told,
});
