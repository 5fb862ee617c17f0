import { z } from "zod";
import { command } from "../../../platform/command";
import { Refused } from "../../../platform/errors";
import { updateAtVersion } from "../../../platform/versions";
import { agreementWaits } from "../events";
import { agreementRefusals } from "../labels";
import { mayDecideWithdrawal, mayKeepAgreements } from "../policy";
import { askWithdrawalInput, decideWithdrawalInput } from "../schema";
import { agreementFound } from "../visibility";

const stop = (rule: string) => new Refused(rule, agreementRefusals[rule]);

/** Asks to withdraw a whole agreement, every signature of it. Nothing ends until a second person of county governance agrees. */
export const askWithdrawal = command({
  name: "agreement.askWithdrawal",
  summary: "Asks to withdraw a whole agreement, which a second person then does.",
  input: askWithdrawalInput,
  output: z.object({ agreementId: z.string() }),
  load: ({ tx, actor, input }) => agreementFound(tx, actor, input.agreementId),
  allow: (actor) => mayKeepAgreements(actor),
  words: agreementRefusals,
  run: async ({ tx, actor, now, input, subject: agreement }) => {
    if (agreement.withdrawnAt) throw stop("agreement-over");
    if (agreement.withdrawalAskedById) throw stop("withdrawal-asked");
    await updateAtVersion(tx.agreement, agreement.id, input.version, { withdrawalAskedById: actor.memberId, withdrawalAskedAt: now, withdrawalReason: input.reason });
    return { result: { agreementId: agreement.id }, events: [agreementWaits({ agreementId: agreement.id })], audit: { detail: { agreementId: agreement.id } } };
  },
});

/** Withdraws a whole agreement, as the second person: from the next request on nobody reaches anything by it. Or declines; whoever asked may take it back. */
export const decideWithdrawal = command({
  name: "agreement.decideWithdrawal",
  summary: "Withdraws a whole agreement, as the second person, or declines to.",
  input: decideWithdrawalInput,
  output: z.object({ agreementId: z.string(), withdrawn: z.boolean() }),
  load: ({ tx, actor, input }) => agreementFound(tx, actor, input.agreementId),
  allow: mayDecideWithdrawal,
  words: agreementRefusals,
  run: async ({ tx, actor, now, input, subject: agreement }) => {
    if (agreement.withdrawnAt) throw stop("agreement-over");
    if (!agreement.withdrawalAskedById) throw stop("no-withdrawal");
    const withdrawn = input.decision === "confirmed";
    await updateAtVersion(tx.agreement, agreement.id, input.version, withdrawn ? { withdrawnAt: now, withdrawnById: actor.memberId } : { withdrawalAskedById: null, withdrawalAskedAt: null, withdrawalReason: "" });
    return { result: { agreementId: agreement.id, withdrawn }, audit: { detail: { agreementId: agreement.id, withdrawn } } };
  },
});
