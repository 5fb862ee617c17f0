import type { Task, TaskList } from "graphile-worker";
import { sendInvitation } from "./agencies/invitations/mailing/commands";
import { settleRisk } from "./assessments/override/commands";
import { ladders } from "./clocks/escalation/rules";
import { bankHolidaysBetween } from "./clocks/holidays/rules";
import { mailNotices } from "./notices/mailing/commands";
import { asMember } from "./platform/jobs";

/** A task that no member does, by the one reviewed function that does it. */
const bySystem = (name: "escalate_requests" | "warn_of_agreements" | "note_ended_agreements"): Task => async (_payload, { query }) => void (await query(`SELECT ${name}()`));

/** Far enough about any clock that still tells somebody. */
const holidays = bankHolidaysBetween("2010-01-01", "2060-12-31");

/** Tells whoever is next of every clock that ran out, by the ladders of the rules. */
const escalateClocks: Task = async (_payload, { query }) => void (await query("SELECT escalate_clocks($1::jsonb, $2::date[])", [JSON.stringify(ladders), holidays]));

/** What the worker does, by the name under which it is queued. */
export const taskList: TaskList = {
  "mail-notice": asMember(mailNotices),
  "mail-invitation": asMember(sendInvitation),
  "settle-risk": asMember(settleRisk),
  "escalate-clocks": escalateClocks,
  "escalate-requests": bySystem("escalate_requests"),
  "warn-of-agreements": bySystem("warn_of_agreements"),
  "note-ended-agreements": bySystem("note_ended_agreements"),
};

/** What the worker does by the clock, as cron lines in UTC: London's midnight is 23:00 or 00:00. */
export const timetable = [
  "*/10 * * * * note-ended-agreements ?max=3",
  "15 * * * * warn-of-agreements ?max=3",
  "*/5 * * * * escalate-requests ?max=3",
  "*/5 * * * * escalate-clocks ?max=3",
].join("\n");
