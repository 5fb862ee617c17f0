/** Why a member may not look for people and places. */
export const findRefusals: Record<string, string> = {
  "finds-nothing": "Your role does not look up people, places or cases. Ask your agency's administrator if that is wrong.",
};
