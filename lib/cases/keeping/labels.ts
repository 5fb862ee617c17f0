/** Why a case was not kept from somebody, or from others, and what to do instead. */
export const keepingRefusals: Record<string, string> = {
  "not-lead-agency": "Only the agency that leads this case may do this.",
  "not-manager-of-lead": "Only a manager of the agency that leads this case may do this.",
  "role-does-not-name": "The named officer is chosen by a manager or coordinator of the lead agency, or by the officer themselves.",
  "read-only": "You opened this case in an emergency, to read only.",
  "case-closed": "This case is closed. If it goes on, take a new report: it finds this one and begins another.",
  "names-the-officer": "This member is the case's named officer. Name another officer first, so that nobody is left without one.",
  "already-kept": "This member is kept from the case already.",
  "not-a-member": "Choose somebody who works at an agency that has this case.",
  "not-ours": "The named officer must work cases at the lead agency, and must not be kept from this one.",
  "nothing-changed": "It is so already.",
};
