import { z } from "zod";
import { id, version } from "../../format/fields";
import { text } from "../../format/text";

export const tickDutyCallInput = z.strictObject({
  caseId: id("Open the case again"),
  dutyCallId: id("Select a call from the list"),
  version: version(),
  note: text({ max: 1000, ask: "Say whom you spoke to and what was agreed", what: "The note" }),
});
