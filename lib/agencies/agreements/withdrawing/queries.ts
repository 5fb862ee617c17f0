import { query } from "../../../platform/query";
import { agreementRefusals } from "../labels";
import { mayKeepAgreements } from "../policy";
import { agreementEffectSchema, getAgreementInput } from "../schema";
import { agreementFound } from "../visibility";

/** What withdrawing a whole agreement would end, as numbers alone: what another live agreement keeps is not counted. */
export const getAgreementEffect = query({
  name: "agreement.wholeEffect",
  summary: "What withdrawing a whole agreement would end, as numbers.",
  input: getAgreementInput,
  output: agreementEffectSchema,
  allow: (actor) => mayKeepAgreements(actor),
  words: agreementRefusals,
  run: async ({ tx, actor, input }) => {
    const { id } = await agreementFound(tx, actor, input.agreementId);
    const [row] = await tx.$queryRaw<{ agencies: number; cases: number; actions: number; members: number }[]>`SELECT agencies, cases, actions, members FROM agreement_effect(${id}::uuid)`;
    return row ?? { agencies: 0, cases: 0, actions: 0, members: 0 };
  },
  audit: (_view, { agreementId }) => ({ detail: { agreementId } }),
});
