import { z } from "zod";
import { hasRole, type Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import { anyMember } from "../../platform/decision";
import { query } from "../../platform/query";
import { visibleReports } from "../../reports/visibility";
import { boardWhere } from "../../shared-actions/board/queries";
import { countMyClocks } from "../my-day/clocks/queries";
import { horizonOf } from "../my-day/due/queries";
import { myActions, myCases, myReferrals } from "../my-day/visibility";
import { countUnreadNotices } from "../queries";

type Reading = { tx: Tx; actor: Actor; now: Date };

/** The figures beside the menu: how much is mine today, to triage, offered, late, and unread. Mine is counted as My day lists it. */
export const getBadges = query({
  name: "badge.mine",
  summary: "How much waits for the member: their day, reports to triage, actions and notices.",
  input: z.strictObject({}),
  output: z.object({ myDay: z.number(), reports: z.number(), actions: z.number(), notices: z.number() }),
  allow: anyMember,
  run: async ({ tx, actor, now }) => {
    const reading = { tx, actor, now };
    if (!actor.readsCases) return { myDay: 0, reports: 0, actions: 0, notices: await countUnreadNotices(tx, actor, now) };
    return {
      myDay: await countMine(reading),
      reports: hasRole(actor, "coordinator") ? await tx.report.count({ where: { AND: [visibleReports(actor, now), { caseId: null, areaId: { in: actor.triageAreaIds }, status: { in: ["received", "screened"] } }] } }) : 0,
      actions: await tx.sharedAction.count({ where: { OR: [boardWhere(actor, now, "offered"), boardWhere(actor, now, "overdue")] } }),
      notices: await countUnreadNotices(tx, actor, now),
    };
  },
  audit: "none",
});

async function countMine({ tx, actor, now }: Reading): Promise<number> {
  const mine = myCases(actor, now);
  const ahead = horizonOf(now);
  const withSomeone = { involvements: { some: { role: { in: ["victim" as const, "complainant" as const] }, endsAt: null } } };
  const contacts = await tx.case.count({ where: { AND: [mine, { nextContactAt: { lte: ahead } }, withSomeone] } });
  const reviews = await tx.case.count({ where: { AND: [mine, { nextReviewAt: { lte: ahead }, status: { not: "intake" } }] } });
  const intake = await tx.case.count({ where: { AND: [mine, { status: "intake", rag: null }] } });
  const calls = await tx.case.count({ where: { AND: [mine, { dutyCalls: { some: { doneAt: null } } }] } });
  const clocks = await countMyClocks(tx, actor, now);
  const actions = await tx.sharedAction.count({ where: myActions(actor, now) });
  const referrals = await tx.referral.count({ where: myReferrals(actor, now) });
  return contacts + reviews + intake + calls + clocks + actions + referrals;
}
