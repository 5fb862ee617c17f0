import type { ActionStands } from "@/lib/shared-actions/schema";
import { actionStatusLabels } from "@/lib/shared-actions/labels";

/** What a member can do with an action by writing why or what. */
export type WrittenAct = "decline" | "complete" | "cancel";

type Words = { title: string; label: string; hint: string; button: string; field: "reason" | "outcome"; limit: number; said: (stands: ActionStands) => { title: string; steps: { what: string; when?: string }[] } };

/** The words of each dialog that asks for a few lines, and what happens next. */
export const writtenActs: Record<WrittenAct, Words> = {
  decline: {
    title: "Decline this action", label: "Why you cannot do it", hint: "The agency that asked reads this, and so does the panel's chair.", button: "Decline", field: "reason", limit: 1000,
    said: () => ({ title: "Declined", steps: [{ what: "It goes back to the agency that asked. They and the panel's chair have been told." }, { what: "Its due time keeps running until they ask someone else or cancel it." }] }),
  },
  complete: {
    title: "Done", label: "What was done, and what came of it", hint: "It goes into the case log, where partners read it.", button: "Save as done", field: "outcome", limit: 2000,
    said: () => ({ title: "Done, and in the case log. Whoever asked has been told.", steps: [] }),
  },
  cancel: {
    title: "Cancel this action", label: "Why it is no longer needed", hint: "The agency that was asked reads this.", button: "Cancel the action", field: "reason", limit: 1000,
    said: () => ({ title: "Cancelled. It has left their list.", steps: [] }),
  },
};

/** How an action stands, in a few words: "Accepted, Sgt Ruth Hale". */
export function standsWords(stands: ActionStands): string {
  return [actionStatusLabels[stands.status], stands.ownerMemberName || stands.ownerAgencyName].filter(Boolean).join(", ");
}
