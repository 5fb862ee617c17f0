import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { sendInvitation } from "./agencies/invitations/mailing/commands";
import { settleRisk } from "./assessments/override/commands";
import { mailNotices } from "./notices/mailing/commands";
import { Forbidden, NotFound, Unauthenticated } from "./platform/errors";

const forMember = z.strictObject({ memberId: z.uuid() });
const forMemberOnCase = z.strictObject({ memberId: z.uuid(), caseId: z.uuid() });

/** Runs as the member it is for, under the rule as it is now; for one who has left there is nothing to do. */
function asMember(work: (door: { member: string }) => Promise<unknown>) {
  return async (payload: unknown) => {
    const { memberId } = forMember.parse(payload);
    try {
      await work({ member: memberId });
    } catch (error) {
      if (!(error instanceof Unauthenticated)) throw error;
    }
  };
}

/** The same, about a case; where it is closed, or no longer the member's, there is nothing to do. */
function asMemberOnCase(work: (door: { member: string }, input: { caseId: string }) => Promise<unknown>) {
  return async (payload: unknown) => {
    const { memberId, caseId } = forMemberOnCase.parse(payload);
    try {
      await work({ member: memberId }, { caseId });
    } catch (error) {
      if (!(error instanceof Unauthenticated || error instanceof NotFound || error instanceof Forbidden)) throw error;
    }
  };
}

const forInvitation = z.strictObject({ memberId: z.uuid(), invitationId: z.uuid() });

/** The same, about a link: where whoever asked for it may no longer do so, it is not sent. */
async function mailInvitation(payload: unknown) {
  const { memberId, invitationId } = forInvitation.parse(payload);
  try {
    await sendInvitation.do({ member: memberId }, { invitationId });
  } catch (error) {
    if (!(error instanceof Unauthenticated || error instanceof NotFound || error instanceof Forbidden)) throw error;
  }
}

/** What the worker does, by the name under which it is queued. */
export const taskList: TaskList = {
  "mail-notice": asMember((door) => mailNotices.do(door, {})),
  "mail-invitation": mailInvitation,
  "settle-risk": asMemberOnCase((door, input) => settleRisk.do(door, input)),
  // No member does this: the rule ended the reach at midnight, and the system says so in the audit.
  "escalate-requests": async (_payload, { query }) => void (await query("SELECT escalate_requests()")),
  "warn-of-agreements": async (_payload, { query }) => void (await query("SELECT warn_of_agreements()")),
  "note-ended-agreements": async (_payload, { query }) => void (await query("SELECT note_ended_agreements()")),
};

/** What the worker does by the clock, as cron lines in UTC: London's midnight is 23:00 or 00:00. */
export const timetable = "*/10 * * * * note-ended-agreements ?max=3\n15 * * * * warn-of-agreements ?max=3\n*/5 * * * * escalate-requests ?max=3";
