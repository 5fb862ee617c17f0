import { findForAudit, getAuditStart, getWhoLooked, getWhoLookedAtPerson } from "../../../lib/governance/audit/queries";
import { getLookedWithoutWork, getMemberTrail, getTeamTrail, listDenied, listSearches } from "../../../lib/governance/audit/trails/queries";
import { agencyAdministrator, analyst, callTaker, governanceOfficer, manager, practitioner } from "./members";

const overseeing = [findForAudit, getAuditStart, getWhoLookedAtPerson, listDenied, listSearches];

export const sentencesOfGovernance = [
  governanceOfficer("county-governance").may([...overseeing, getWhoLooked, getMemberTrail]),
  governanceOfficer("county-governance").mayNot([getTeamTrail, getLookedWithoutWork], "not-a-manager"),
  manager("fen-homes").may([getWhoLooked, getTeamTrail, getLookedWithoutWork, getMemberTrail]),
  manager("fen-homes").mayNot(overseeing, "not-governance"),
  // Whether they are its named officer, the case's own answer says: to everyone else it is not found.
  practitioner("fen-homes").may(getWhoLooked),
  practitioner("fen-homes").mayNot(overseeing, "not-governance"),
  practitioner("fen-homes").mayNot([getTeamTrail, getLookedWithoutWork], "not-a-manager"),
  practitioner("fen-homes").mayNot(getMemberTrail, "not-a-supervisor"),
  callTaker("police-contact").mayNot(getWhoLooked, "no-audit-of-cases"),
  agencyAdministrator("fen-homes").mayNot([getWhoLooked], "no-audit-of-cases"),
  agencyAdministrator("fen-homes").mayNot(getMemberTrail, "not-a-supervisor"),
  analyst("pcc-office").mayNot([getWhoLookedAtPerson, listDenied], "not-governance"),
];
