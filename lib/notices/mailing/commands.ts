import { z } from "zod";
import { command, nothing } from "../../platform/command";
import { anyMember } from "../../platform/decision";
import { env } from "../../platform/env";
import { canMail, sendMail } from "../../platform/mail";
import { urgentMail } from "../labels";
import { noticeColumns, noticesThatStand } from "../reading/queries";

/** After a day without a mail server a notice is news no longer: it waits in the list. */
const freshForHours = 24;

/**
 * Mails the member, once, that something urgent waits, without saying what: for all of their unread urgent notices
 * that stand for something they may still see. Only the jobs role may do it. Without a mail server nothing is sent.
 */
export const mailNotices = command({
  name: "notice.mail",
  summary: "Mails the member that something urgent waits, without saying what.",
  input: z.strictObject({}),
  output: z.object({ notices: z.number() }),
  load: nothing,
  allow: anyMember,
  run: async ({ tx, actor, now }) => {
    const none = { result: { notices: 0 } };
    if (!canMail()) return none;
    const since = new Date(now.getTime() - freshForHours * 3_600_000);
    const waiting = await tx.notification.findMany({
      where: { memberId: actor.memberId, isUrgent: true, mailedAt: null, readAt: null, createdAt: { gt: since } },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }], take: 100, select: noticeColumns,
    });
    const standing = await noticesThatStand({ tx, actor, now }, waiting);
    if (standing.length === 0) return none;
    const [found] = await tx.$queryRaw<{ address: string | null }[]>`SELECT mail_address_of(${actor.memberId}::uuid) AS address`;
    if (!found?.address) return none;
    // Two jobs at once: the second waits for the first's rows here, then finds none left.
    const { count } = await tx.notification.updateMany({ where: { id: { in: standing.map(({ row }) => row.id) }, mailedAt: null }, data: { mailedAt: now } });
    if (count === 0) return none;
    // Before the commit: if the mail does not go out, the notices stay unmailed and the job is tried again.
    await sendMail("notice.mail", found.address, urgentMail(env().APP_ORIGIN));
    return { result: { notices: count } };
  },
});
