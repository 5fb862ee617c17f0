import { z } from "zod";
import { writeEntry } from "../../cases/log/commands";
import { standingOn } from "../../cases/visibility";
import { command } from "../../platform/command";
import { Refused } from "../../platform/errors";
import { updateAtVersion } from "../../platform/versions";
import { mayAssessRisk } from "../risk/policy";
import { hateRefusals } from "./labels";
import { answerHateQueryInput } from "./schema";

/** Answers an open hate query with what it rests on; the case cannot be closed while it is open. Refused where none is. */
export const answerHateQuery = command({
  name: "hate.answerQuery",
  summary: "Answers whether a case is hate, where somebody was not sure.",
  input: answerHateQueryInput,
  output: z.object({ caseId: z.string(), isHate: z.boolean() }),
  load: async ({ tx, actor, now, input }) => {
    const standing = await standingOn(tx, actor, now, input.caseId);
    const row = await tx.case.findUniqueOrThrow({ where: { id: input.caseId }, select: { hateQueryOpen: true } });
    return { ...standing, ...row };
  },
  allow: mayAssessRisk,
  words: hateRefusals,
  run: async ({ tx, actor, now, input, subject: asbCase }) => {
    if (!asbCase.hateQueryOpen) throw new Refused("no-hate-query");
    await updateAtVersion(tx.case, input.caseId, input.version, { hateQueryOpen: false, isHate: input.isHate });
    await writeEntry({ tx, actor, now }, {
      caseId: input.caseId, kind: "risk", body: `${input.isHate ? "This is hate" : "Hate is ruled out"}: ${input.reason}`, data: { isHate: input.isHate },
    });
    return { result: { caseId: input.caseId, isHate: input.isHate }, audit: { caseId: input.caseId } };
  },
});
