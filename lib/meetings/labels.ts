/** Words for each refusal of a panel's work. */
export const meetingRefusals: Record<string, string> = {
  "not-on-a-panel": "Meetings are for the chair and coordinator of a problem-solving group.",
  "not-this-panel": "Only this group's chair or coordinator records its decisions.",
  "not-on-agenda": "This case is not on the group's agenda: it is not an open red case of its area.",
  "not-on-case": "That agency is not on this case yet. Share the case with it first, then give it the action.",
  "due-in-past": "The day by which it is to be done must be today or later.",
};
