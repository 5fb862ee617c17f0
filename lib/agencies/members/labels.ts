import type { MemberRole } from "../../platform/actor";

/** A role in words, and what it lets a member do. */
export const memberRoleLabels: Record<MemberRole, { label: string; hint: string }> = {
  reporter: { label: "Takes reports", hint: "Call taker: records reports, and opens no cases" },
  practitioner: { label: "Works cases", hint: "Officer, constable, social worker, nurse" },
  coordinator: { label: "Coordinates an area", hint: "Triage and the panel of an area" },
  manager: { label: "Manages", hint: "Approves closures and lower colours; follows the agency's audit" },
  chair: { label: "Chairs a panel", hint: "Runs the problem-solving group of an area" },
  agency_admin: { label: "Administers the agency", hint: "Starters, leavers and roles; reads no cases" },
  governance: { label: "Information governance", hint: "Reads who looked and why; opens no cases" },
  analyst: { label: "Reads figures", hint: "Numbers of an area; opens no cases" },
  system_admin: { label: "Runs the system", hint: "Settings; opens no cases" },
};

export function roleWordsOf(roles: readonly MemberRole[]): string[] {
  return roles.map((role) => memberRoleLabels[role].label);
}

/** Words for each refusal in the administration of members. */
export const memberRefusals: Record<string, string> = {
  "not-administrator": "Members are added, changed and ended by the administrators of their agency.",
  "not-county-governance": "Who signs in across agencies is for county information governance.",
  "not-for-permissions": "The table of permissions is for administrators and information governance.",
  "has-administrator": "This agency has an administrator of its own, who does this.",
  "not-yourself": "Nobody changes their own post, grants themselves a role or ends themselves. Another administrator does it, or county information governance where there is none.",
  "second-person": "You asked for these roles, so somebody else grants them.",
  "not-second": "This agency has other administrators, so one of them is the second person.",
  "already-member": "Somebody with this e-mail address already works at this agency. Find them in the list and change their roles there.",
  "already-waiting": "Roles for this member wait for a second person already. They are granted or declined first.",
  "not-offered": "This kind of agency has no such role.",
  "starts-in-past": "A post begins today or later.",
  "has-ended": "This member has left. To come back, they are added again.",
  "already-decided": "This was decided already.",
  "work-left": "They are still named on open cases or have open actions. Hand these on to a colleague first.",
  "ends-in-past": "Access ends now or later.",
  "not-a-taker": "This colleague cannot take the work on: choose somebody who works cases here and is not leaving.",
  "keeps-it": "Nothing was handed on. The work is no longer theirs, or this colleague cannot take it: choose another colleague.",
};
