/** Doors that every signed-in member may knock at, whatever their role: what is the member's own, or no secret. */
export const openToEveryMember = [
  "agency.list",
  "agency.members",
  "audit.mine",
  "badge.mine",
  "case.endGlass",
  "draft.drop",
  "draft.find",
  "draft.keep",
  "notice.list",
  "notice.mail",
  "notice.read",
  "place.search",
  "session.signOutEverywhere",
  "session.stillHere",
  "template.published",
];
