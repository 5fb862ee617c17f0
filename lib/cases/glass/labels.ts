/** Why a case was not opened in an emergency, and what to do instead. */
export const glassRefusals: Record<string, string> = {
  "role-does-not-break": "Only practitioners and managers open a case in an emergency. Ring the number shown, or 999 if anyone is in danger.",
  "no-agreement": "Your agency has no live information sharing agreement, so it opens no case. Ring the number shown, or 999 if anyone is in danger.",
  "already-open": "You can open this case without it. Find it by its reference.",
  "sought-too-often": "You have looked for three cases by name in an emergency since this time yesterday. Ring the agency you think has it, county information governance, or 999 if anyone is in danger.",
  "too-many-sealed": "You have opened three sealed entries in an emergency since this time yesterday. Ring the agency that keeps this one, or county information governance.",
  "too-many": "You have opened three cases in an emergency since this time yesterday. Ring the lead agency, or county information governance.",
};
