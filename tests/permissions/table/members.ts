import county from "../../../prisma/seed/data/county.json";
import type { Actor, MemberRole } from "../../../lib/platform/actor";
import type { Side } from "../../../lib/cases/schema";
import { rowsFor, type Deed, type Row } from "./rows";
import type { Subject } from "./subjects";

/** Who may, as people would say it. Agencies, their sides and areas are the demo county's. */
export type Member = {
  actor: Actor;
  words: string;
  on: (subject: Subject) => Saying;
} & Saying;

type Saying = {
  may: (deeds: Deed | Deed[]) => Row[];
  mayNot: (deeds: Deed | Deed[], reason: string) => Row[];
};

const agencies = new Map(county.agencies.map((agency) => [agency.code, agency]));
const everyArea = county.areas.map(({ code }) => code);

function agencyCoded(code: string) {
  const found = agencies.get(code);
  if (!found) throw new Error(`The county has no agency ${code}`);
  return found;
}

const commonNames = /^(County|Mental health|Fire|Victim|Family|Drug|Police contact|Police and crime)/;

/** An agency as it is spoken of in a sentence. */
export function agencyWords(code: string): string {
  const { name } = agencyCoded(code);
  const police = /^Police, (.+) neighbourhood team$/.exec(name)?.[1];
  if (police) return `${police} police`;
  return commonNames.test(name) ? `the ${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
}

/** The side an agency's grants have unless they say otherwise. */
export function sideOf(code: string): Side {
  const { side } = agencyCoded(code);
  return side === "none" ? "both" : (side as Side);
}

export function areaWords(code: string): string {
  const found = county.areas.find((area) => area.code === code);
  if (!found) throw new Error(`The county has no area ${code}`);
  return found.name;
}

type Post = { agency: string; roles: MemberRole[]; words: string; memberId?: string; panelArea?: string; isWithoutAgreement?: boolean };

const casework: MemberRole[] = ["practitioner", "coordinator", "manager", "chair"];

function member({ agency, roles, words, memberId, panelArea, isWithoutAgreement }: Post): Member {
  const { areas, kind, name, triage, side, ...rest } = agencyCoded(agency);
  const signs = side !== "none" && !("agreement" in rest && rest.agreement === false) && !isWithoutAgreement;
  const areaIds = signs ? (areas === "all" ? everyArea : areas.split(" ").filter(Boolean)) : [];
  const actor: Actor = {
    memberId: memberId ?? `member of ${agency}`, userId: "user", name: "A member", title: "", phone: "", roles, agencyId: agency, agencyName: name, agencyShortName: name, agencyKind: kind, side: sideOf(agency),
    areaIds, triageAreaIds: triage && roles.includes("coordinator") ? areaIds : [], panelAreaIds: panelArea ? [panelArea] : [], excludedCaseIds: [], glassCaseIds: [], openedEntryIds: [], readsCases: roles.some((role) => casework.includes(role)),
  };
  return { actor, words, ...saying(actor, words), on: (subject) => saying(actor, words, subject) };
}

function saying(actor: Actor, words: string, subject?: Subject): Saying {
  const say = (deeds: Deed | Deed[], reason?: string) => rowsFor({ actor, who: words, subject, deeds: [deeds].flat(), reason });
  return { may: (deeds) => say(deeds), mayNot: (deeds, reason) => say(deeds, reason) };
}

const post = (role: MemberRole, title: string) => (agency: string) => member({ agency, roles: [role], words: `${title} of ${agencyWords(agency)}` });

export const practitioner = post("practitioner", "A practitioner");
export const manager = post("manager", "A manager");
export const coordinator = post("coordinator", "A coordinator");
export const callTaker = post("reporter", "A call taker");
export const agencyAdministrator = post("agency_admin", "An administrator");
export const analyst = post("analyst", "An analyst");
export const governanceOfficer = post("governance", "A governance officer");

/** Someone whose agency has no live agreement any more. */
export function withoutAgreement(agency: string): Member {
  return member({ agency, roles: ["practitioner"], words: `A practitioner of ${agencyWords(agency)}, without a live agreement`, isWithoutAgreement: true });
}

/** The chair of an area's problem-solving group: an inspector, as in the county. */
export function panelChair(area: string, agency = "police-fenland"): Member {
  return member({ agency, roles: ["chair"], words: `The chair of ${areaWords(area)}'s group, of ${agencyWords(agency)}`, memberId: `chair of ${area}`, panelArea: area });
}

/** The coordinator of an area's problem-solving group. */
export function panelCoordinator(area: string, agency = "fenland-dc"): Member {
  return member({ agency, roles: ["practitioner", "coordinator"], words: `The coordinator of ${areaWords(area)}'s group, of ${agencyWords(agency)}`, memberId: `coordinator of ${area}`, panelArea: area });
}
