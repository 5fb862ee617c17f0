import type { TemplateState } from "./rules";

/** Words for each refusal in keeping the forms. */
export const templateRefusals: Record<string, string> = {
  "not-county-governance": "The forms that assess risk are kept by county information governance.",
  "second-person": "You asked for this to be published, so somebody else of county governance decides.",
  "draft-exists": "There is a draft of this form already, or one that waits for a second person. Go on with that one, or throw it away.",
  "not-a-draft": "This version is no draft any more, so it stays as it is. Begin a draft from it.",
  "not-published": "A draft begins from a version that was published.",
  "not-waiting": "This version does not wait for a second person any more.",
  "has-mistakes": "There are mistakes in this draft. Put them right first.",
  "tests-fail": "The tests of this draft do not all pass. Nobody can ask for it to be published before they do.",
  "planned-later": "Another version comes into force at that time or later. Choose a later moment, or call that one off.",
  "from-the-past": "Choose a moment that is still to come, or leave it empty: then it is in force as soon as somebody agrees.",
  "not-planned": "Only a version that has not come into force yet can be called off. To go back to an older one, begin a draft from it.",
  "not-the-last": "A later version is planned after this one. Call that one off first.",
};

/** Where a version of a form stands, for a tag. */
export const stateWords: Record<TemplateState, string> = {
  draft: "Draft", waiting: "Waits for a second person", planned: "Planned", in_force: "In force", retired: "Retired", called_off: "Called off",
};

export const stateTones: Record<TemplateState, "plain" | "act" | "soon"> = {
  draft: "plain", waiting: "soon", planned: "act", in_force: "act", retired: "plain", called_off: "plain",
};
