import { getAdoption } from "../../../lib/agencies/adoption/queries";
import { getAgreement, getWithdrawalEffect, listAgreements } from "../../../lib/agencies/agreements/register/queries";
import { activateAgreement, addSignatory, decideSignatory, proposeAgreement, withdrawSignature } from "../../../lib/agencies/agreements/signing/commands";
import { askWithdrawal, decideWithdrawal } from "../../../lib/agencies/agreements/withdrawing/commands";
import { getAgreementEffect } from "../../../lib/agencies/agreements/withdrawing/queries";
import { addMember, changeMember, confirmMember } from "../../../lib/agencies/members/commands";
import { endMember, handOnWork } from "../../../lib/agencies/members/leaving/commands";
import { getLeaver } from "../../../lib/agencies/members/leaving/queries";
import { getRegister } from "../../../lib/agencies/members/queries";
import { decideRoles } from "../../../lib/agencies/members/roles/commands";
import { listWaiting } from "../../../lib/agencies/members/roles/queries";
import { decideInvitation, inviteMember, resetSignIn, withdrawInvitation } from "../../../lib/agencies/invitations/commands";
import { sendInvitation } from "../../../lib/agencies/invitations/mailing/commands";
import { addAgency, addArea, changeAgency, changeArea } from "../../../lib/agencies/county/commands";
import { getChecklist, getCounty } from "../../../lib/agencies/county/queries";
import { getPermissions } from "../../../lib/agencies/permissions/queries";
import { beginDraft, changeDraft, discardDraft, importForm } from "../../../lib/assessments/templates/drafting/commands";
import { askToPublish, callOffTemplate, decideTemplate } from "../../../lib/assessments/templates/publishing/commands";
import { exportTemplate, getTemplateVersion } from "../../../lib/assessments/templates/version/queries";
import { listTemplates } from "../../../lib/assessments/templates/register/queries";
import { agencyAdministrator, agencyWords, governanceOfficer, manager, practitioner } from "./members";
import type { Subject } from "./subjects";

const admin = agencyAdministrator("fen-homes");
const county = governanceOfficer("county-governance");
const registers = [getRegister, getLeaver, listWaiting];
const agreements = [listAgreements, getAgreement, getWithdrawalEffect];
const keeping = [proposeAgreement, addSignatory, withdrawSignature, askWithdrawal, getAgreementEffect];
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

type Let = { code?: string; admins?: number; userId?: string; roles?: string[]; isOfGovernance?: boolean; worksElsewhere?: boolean; kind?: string; by?: string; decision?: string };
const aMember = ({ code = "fen-homes", admins = 1, userId = "somebody", roles = ["practitioner"], isOfGovernance = false }: Let): Subject => ({
  words: `${userId === "user" ? "themselves" : isOfGovernance ? "somebody of information governance" : roles.includes("agency_admin") ? "an administrator" : "a member"}, at ${agency(code, admins).words}`,
  seenBy: () => ({ agencyId: code, admins, userId, roles, isOfGovernance, kind: "password" }),
});
const aLink = ({ code = "fen-homes", admins = 1, userId = "somebody else", isOfGovernance = false, worksElsewhere = false, kind = "join", by = "somebody", decision = "granted" }: Let): Subject => ({
  words: `${decision === "granted" ? "agreeing to" : "declining"} ${kind === "join" ? "an invitation" : "a new second factor"} for ${userId === "user" ? "themselves" : isOfGovernance ? "somebody of information governance" : worksElsewhere ? "a member who works elsewhere too" : "a member"} that ${by === "user" ? "they" : "an administrator"} asked for, at ${agency(code, admins).words}`,
  seenBy: () => ({ agencyId: code, admins, userId, roles: ["practitioner"], isOfGovernance, worksElsewhere, kind, askedByUserId: by }), input: { decision },
});
const joinLink: Subject = { words: "an invitation of a member of Fen Homes", seenBy: () => ({ agencyId: "fen-homes", admins: 1, userId: "somebody", roles: ["practitioner"], isOfGovernance: false, kind: "join" }) };

const keepingForms = [listTemplates, getTemplateVersion, exportTemplate, beginDraft, importForm, changeDraft, discardDraft, askToPublish, callOffTemplate];

const formAskedBy = (askedByUserId: string, decision = "published"): Subject => ({ words: `${decision === "published" ? "publishing" : "declining"} a version of a form that ${askedByUserId === "user" ? "they" : "somebody else"} asked for`, seenBy: () => ({ askedByUserId }), input: { decision } });

const keepingCounty = [getChecklist, getCounty, addAgency, changeAgency, addArea, changeArea];

const withdrawalBy = (withdrawalByUserId: string, decision = "confirmed"): Subject => ({ words: `${decision === "confirmed" ? "withdrawing" : "leaving in force"} an agreement whose withdrawal ${withdrawalByUserId === "user" ? "they" : "somebody else"} asked for`, seenBy: () => ({ withdrawalByUserId }), input: { decision } });

export const sentencesOfAdministration = [
  county.on(withdrawalBy("somebody")).may(decideWithdrawal),
  county.on(withdrawalBy("user")).mayNot(decideWithdrawal, "second-for-withdrawal"),
  county.on(withdrawalBy("user", "declined")).may(decideWithdrawal),
  admin.on(withdrawalBy("somebody")).mayNot(decideWithdrawal, "not-county-governance"),

  county.may(keepingForms),
  county.on(formAskedBy("somebody")).may(decideTemplate),
  county.on(formAskedBy("user")).mayNot(decideTemplate, "second-person"),
  county.on(formAskedBy("user", "declined")).may(decideTemplate),
  admin.on(formAskedBy("somebody")).mayNot(decideTemplate, "not-county-governance"),
  admin.mayNot(keepingForms, "not-county-governance"),
  governanceOfficer("fen-homes").mayNot(keepingForms, "not-county-governance"),
  manager("fen-homes").mayNot(keepingForms, "not-county-governance"),

  county.may(keepingCounty),
  admin.mayNot(keepingCounty, "not-county-governance"),
  governanceOfficer("fen-homes").mayNot(keepingCounty, "not-county-governance"),

  admin.on(aMember({})).may([inviteMember, resetSignIn, withdrawInvitation]),
  admin.on(aMember({ userId: "user" })).mayNot([inviteMember, resetSignIn], "not-yourself"),
  admin.on(aMember({ isOfGovernance: true })).mayNot([resetSignIn, withdrawInvitation], "of-governance"),
  admin.on(aMember({ code: "police-fenland" })).mayNot([inviteMember, resetSignIn], "not-administrator"),
  admin.on(joinLink).may(withdrawInvitation),
  county.on(aMember({})).mayNot([inviteMember, resetSignIn], "has-administrator"),
  county.on(aMember({ roles: ["agency_admin"] })).may([inviteMember, resetSignIn]),
  county.on(aMember({ isOfGovernance: true })).may(resetSignIn),
  county.on(aMember({ isOfGovernance: true, userId: "user" })).mayNot(resetSignIn, "not-yourself"),
  manager("fen-homes").on(aMember({})).mayNot([inviteMember, resetSignIn], "not-administrator"),
  admin.on(aLink({ admins: 2 })).may(decideInvitation),
  admin.on(aLink({ admins: 2, by: "user" })).mayNot(decideInvitation, "second-person"),
  admin.on(aLink({ admins: 2, by: "user", decision: "declined" })).may(decideInvitation),
  admin.on(aLink({ admins: 2, userId: "user" })).mayNot(decideInvitation, "not-yourself"),
  admin.on(aLink({ admins: 2, kind: "device", worksElsewhere: true })).mayNot(decideInvitation, "not-second"),
  admin.on(aLink({ admins: 2, kind: "device", isOfGovernance: true })).mayNot(decideInvitation, "not-second"),
  county.on(aLink({ admins: 1 })).may(decideInvitation),
  county.on(aLink({ admins: 2 })).mayNot(decideInvitation, "not-second"),
  county.on(aLink({ admins: 2, kind: "device", worksElsewhere: true })).may(decideInvitation),
  manager("fen-homes").on(aLink({ admins: 2 })).mayNot(decideInvitation, "not-administrator"),
  admin.may(sendInvitation),
  practitioner("fen-homes").mayNot(sendInvitation, "not-administrator"),

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
