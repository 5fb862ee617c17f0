import { workRefusals } from "../page/labels";
import type { EndReason, Finding } from "./schema";

export const endReasonLabels: Record<EndReason, string> = {
  wrong_person: "Wrong person added",
  no_longer_involved: "No longer involved",
  duplicate: "Added twice",
};

export const findingLabels: Record<Finding, string> = { admitted: "They admitted it", found: "A court or tribunal found it" };

export const personSideLabels = { both: "Both sides", victim: "Victim's side", perpetrator: "Perpetrator's side" } as const;

export const involvementRefusals: Record<string, string> = {
  ...workRefusals,
  "case-closed": "This case is closed. If it goes on, take a new report: it finds this one and begins another.",
  "other-side": "Your agency works with one side, so it adds people on that side only.",
  "there-already": "This person is already on the case in that role.",
  "ended-already": "This person was taken off the case already.",
  "not-alleged": "Only somebody said to be responsible can be marked as responsible.",
};
