import { z } from "zod";
import { day, id, version } from "../../format/fields";
import { line, text } from "../../format/text";
import { confirmsNames } from "../../cases/log/schema";
import { givenLevel } from "../../cases/sharing/schema";

const side = z.enum(["both", "victim", "perpetrator"], { error: "Select which side you work with" });

export const askAccessInput = z.strictObject({
  reference: z.string({ error: "Enter the case's reference" }).trim().min(1, "Enter the case's reference").max(40, "Enter the case's reference"),
  level: givenLevel,
  side,
  purpose: line({ max: 300, ask: "Enter what you need it for", what: "The purpose" }),
  reason: text({ max: 500, ask: "Enter why you need to see the case", what: "The reason" }),
  memberId: id("Choose who would work on it"),
});
export type AskAccess = z.input<typeof askAccessInput>;

const requestId = id("Open the page again");

export const grantAccessInput = z.strictObject({
  accessRequestId: requestId, version: version(), level: givenLevel, side: z.enum(["both", "victim", "perpetrator"], { error: "Select which side they work with" }),
  purpose: line({ max: 300, ask: "Enter what they need it for", what: "The purpose" }),
  legalBasis: z.string({ error: "Select the law that allows it" }).min(1, "Select the law that allows it").max(60),
  endsOn: z.union([z.literal(""), day("Enter the last day, or leave it empty")]).default(""),
  confirmsNames,
});

export const refuseAccessInput = z.strictObject({ accessRequestId: requestId, version: version(), reason: text({ max: 500, ask: "Enter why not: they read your words", what: "The reason" }), confirmsNames });

export const withdrawRequestInput = z.strictObject({ accessRequestId: requestId, version: version() });
