import { getAdoption } from "../../../lib/agencies/adoption/queries";
import { getAgreement, getWithdrawalEffect, listAgreements } from "../../../lib/agencies/agreements/register/queries";
import { activateAgreement, addSignatory, decideSignatory, proposeAgreement, withdrawSignature } from "../../../lib/agencies/agreements/signing/commands";
import { addMember, changeMember, confirmMember } from "../../../lib/agencies/members/commands";
import { endMember, handOnWork } from "../../../lib/agencies/members/leaving/commands";
import { getLeaver } from "../../../lib/agencies/members/leaving/queries";
import { getRegister } from "../../../lib/agencies/members/queries";
import { decideRoles } from "../../../lib/agencies/members/roles/commands";
import { listWaiting } from "../../../lib/agencies/members/roles/queries";
import { getPermissions } from "../../../lib/agencies/permissions/queries";
import { agencyAdministrator, agencyWords, governanceOfficer, manager, practitioner } from "./members";
import type { Subject } from "./subjects";

const admin = agencyAdministrator("fen-homes");
const county = governanceOfficer("county-governance");
const registers = [getRegister, getLeaver, listWaiting];
const agreements = [listAgreements, getAgreement, getWithdrawalEffect];
const keeping = [proposeAgreement, addSignatory, withdrawSignature];
const changing = [changeMember, confirmMember, handOnWork, endMember];

/** An agency with so many administrators; every actor of the table is the user "user". */
const agency = (code: string, admins: number): Subject => ({
  words: `${agencyWords(code)}, which has ${admins === 0 ? "no administrator" : admins === 1 ? "one administrator" : `${admins} administrators`}`,
  seenBy: () => ({ agencyId: code, admins }),
});

const memberOf = (code: string, admins: number, userId = "somebody"): Subject => ({
  words: userId === "user" ? `themselves, at ${agency(code, admins).words}` : `a member of ${agency(code, admins).words}`,
  seenBy: () => ({ agencyId: code, admins, userId }),
});

type Asked = { code?: string; admins: number; by?: string; about?: string; decision?: string };
const rolesFor = ({ code = "fen-homes", admins, by = "somebody", about = "somebody else", decision = "granted" }: Asked): Subject => ({
  words: `${decision === "granted" ? "granting" : "declining"} roles above practitioner ${about === "user" ? "for themselves" : `that ${by === "user" ? "they" : "an administrator"} asked for`}, at ${agency(code, admins).words}`,
  seenBy: () => ({ agencyId: code, admins, askedByUserId: by, memberUserId: about }), input: { decision },
});

const agreementBy = (...byUserIds: string[]): Subject => ({ words: byUserIds.includes("user") ? "an agreement that they proposed or recorded a signature of" : "an agreement that others proposed and recorded", seenBy: () => ({ byUserIds }) });
const signatureBy = (askedByUserId: string, decision = "confirmed"): Subject => ({ words: `${decision === "confirmed" ? "confirming" : "taking back"} a signature that ${askedByUserId === "user" ? "they" : "somebody else"} recorded`, seenBy: () => ({ askedByUserId }), input: { decision } });

export const sentencesOfAdministration = [
  admin.may([...registers, ...agreements, getPermissions]),
  county.may([...registers, ...agreements, getAdoption, getPermissions]),
  manager("fen-homes").mayNot(registers, "not-administrator"),
  manager("fen-homes").mayNot(agreements, "not-for-agreements"),
  practitioner("fen-homes").mayNot(getPermissions, "not-for-permissions"),
  admin.mayNot(getAdoption, "not-county-governance"),

  admin.on(agency("fen-homes", 1)).may(addMember),
  admin.on(agency("police-fenland", 0)).mayNot(addMember, "not-administrator"),
  manager("fen-homes").on(agency("fen-homes", 1)).mayNot(addMember, "not-administrator"),
  county.on(agency("fen-homes", 0)).may(addMember),
  county.on(agency("fen-homes", 1)).mayNot(addMember, "has-administrator"),

  admin.on(memberOf("fen-homes", 1)).may(changing),
  admin.on(memberOf("fen-homes", 1, "user")).mayNot(changing, "not-yourself"),
  admin.on(memberOf("police-fenland", 0)).mayNot(changing, "not-administrator"),
  county.on(memberOf("fen-homes", 0)).may(changing),
  county.on(memberOf("fen-homes", 1)).mayNot(changing, "has-administrator"),

  admin.on(rolesFor({ admins: 2 })).may(decideRoles),
  admin.on(rolesFor({ admins: 2, by: "user" })).mayNot(decideRoles, "second-person"),
  admin.on(rolesFor({ admins: 2, by: "user", decision: "declined" })).may(decideRoles),
  admin.on(rolesFor({ admins: 2, about: "user" })).mayNot(decideRoles, "not-yourself"),
  admin.on(rolesFor({ admins: 1, code: "police-fenland" })).mayNot(decideRoles, "not-administrator"),
  county.on(rolesFor({ admins: 1 })).may(decideRoles),
  county.on(rolesFor({ admins: 2 })).mayNot(decideRoles, "not-second"),
  county.on(rolesFor({ admins: 0, by: "user" })).mayNot(decideRoles, "second-person"),

  county.may(keeping),
  admin.mayNot(keeping, "not-county-governance"),
  governanceOfficer("fen-homes").mayNot(keeping, "not-county-governance"),
  county.on(agreementBy("somebody")).may(activateAgreement),
  county.on(agreementBy("somebody", "user")).mayNot(activateAgreement, "second-person"),
  admin.on(agreementBy("somebody")).mayNot(activateAgreement, "not-county-governance"),
  county.on(signatureBy("somebody")).may(decideSignatory),
  county.on(signatureBy("user")).mayNot(decideSignatory, "second-person"),
  county.on(signatureBy("user", "declined")).may(decideSignatory),
  admin.on(signatureBy("somebody")).mayNot(decideSignatory, "not-county-governance"),
];
