import { nearDayAndTime } from "../format/dates";
import type { Actor } from "../platform/actor";
import type { Tx } from "../platform/db";
import { anyMember } from "../platform/decision";
import { InvalidInput } from "../platform/errors";
import { query } from "../platform/query";
import { inWords, noticeColumns, noticesThatStand, type NoticeRow } from "./reading/queries";
import { listNoticesInput, noticeListSchema } from "./schema";

const perPage = 30;
/** More than a badge can show. */
const mostCounted = 99;

/** How many unread notices of the member's own stand for something they may still see; at most 99. */
export async function countUnreadNotices(tx: Tx, actor: Actor, now: Date): Promise<number> {
  const unread = await tx.notification.findMany({ where: { memberId: actor.memberId, readAt: null }, orderBy: [{ createdAt: "desc" }, { id: "asc" }], take: mostCounted, select: noticeColumns });
  return (await noticesThatStand({ tx, actor, now }, unread)).length;
}

/** A member's own notices, newest first, in the words that hold now; what they may no longer see is left out. */
export const listNotices = query({
  name: "notice.list",
  summary: "The member's own notices, newest first.",
  input: listNoticesInput,
  output: noticeListSchema,
  allow: anyMember,
  run: async ({ tx, actor, now, input }) => {
    const rows = await tx.notification.findMany({
      where: { AND: [{ memberId: actor.memberId }, input.after ? olderThan(input.after) : {}] },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: perPage + 1, select: noticeColumns,
    });
    const page = rows.slice(0, perPage);
    const shown = await noticesThatStand({ tx, actor, now }, page);
    const last = page[page.length - 1];
    return {
      now: now.toISOString(),
      unread: await countUnreadNotices(tx, actor, now),
      notices: (await inWords({ tx, actor }, shown)).map((notice) => ({ ...notice, whenWords: nearDayAndTime(notice.createdAt, now) })),
      next: rows.length > perPage && last ? cursorOf(last) : null,
    };
  },
  audit: (view) => ({ detail: { cases: [...new Set(view.notices.map((notice) => notice.reference))] } }),
});

function cursorOf(row: Pick<NoticeRow, "createdAt" | "id">): string {
  return `${row.createdAt.getTime()}_${row.id}`;
}

function olderThan(cursor: string) {
  const [time = "", id = ""] = cursor.split("_");
  const createdAt = new Date(Number(time));
  if (Number.isNaN(createdAt.getTime())) throw new InvalidInput([{ path: "after", message: "Open the list again from the start" }]);
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
}
