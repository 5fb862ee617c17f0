import { generateSecret } from "otplib";
import { seal } from "../../lib/platform/field-crypto";
import type { MemberRole, PrismaClient, Side } from "../../lib/platform/generated/client";
import { hashPassword } from "../../lib/platform/sign-in/credentials";
import { colleagues } from "./colleagues";
import county from "./data/county.json";
import { loadGazetteer } from "./gazetteer";
import { demoPassword, personas } from "./personas";

type Agency = (typeof county.agencies)[number] & { homes?: number; agreement?: boolean };
const allAreas = county.areas.map((area) => area.code);
const areasOf = (agency: Agency) => (agency.areas === "all" ? allAreas : agency.areas.split(" ").filter(Boolean));

/** The demo county's agencies, members, agreement, panels and gazetteer: what administrators would have set up. */
export async function loadCounty(db: PrismaClient): Promise<void> {
  await db.area.createMany({ data: county.areas, skipDuplicates: true });
  await loadAgencies(db);
  await loadMembers(db);
  await loadAgreement(db);
  await loadProposal(db);
  await loadPanels(db);
  await loadGazetteer(db);
}

async function loadAgencies(db: PrismaClient): Promise<void> {
  const parents = [...new Set(county.agencies.map((agency) => agency.parent))];
  await db.organisation.createMany({ data: parents.map((name) => ({ name })) });
  const organisations = new Map((await db.organisation.findMany()).map((row) => [row.name, row.id]));
  await db.agency.createMany({
    data: (county.agencies as Agency[]).map((agency, index) => ({
      code: agency.code,
      name: agency.name,
      shortName: shortNameOf(agency.name),
      organisationId: organisations.get(agency.parent)!,
      kind: agency.kind,
      // Bodies that read no cases sign nothing, so their side never comes to bear.
      side: (agency.side === "none" ? "both" : agency.side) as Side,
      contactName: colleagues.find((one) => one.agency === agency.code)?.name ?? personas.find((one) => one.agencyCode === agency.code)?.name ?? "",
      contactPhone: `01632 960${String(100 + index)}`,
      outOfHoursName: outOfHours(agency.kind).name,
      outOfHoursPhone: outOfHours(agency.kind).phone,
      homes: agency.homes ?? null,
      emailDomains: [`${agency.code}.example`],
    })),
  });
}

function shortNameOf(name: string): string {
  return name.replace("District Council", "DC").replace("Police, ", "Police ").replace(" neighbourhood team", "").replace("County adult social care", "Adult social care").replace("County children's social care", "Children's social care");
}

function outOfHours(kind: string): { name: string; phone: string } {
  if (kind === "police") return { name: "Police control room (999 in danger)", phone: "101" };
  if (kind === "adult_social_care" || kind === "childrens_social_care") return { name: "Emergency duty team", phone: "01632 960199" };
  if (kind === "health") return { name: "Mental health crisis line", phone: "01632 960111" };
  return { name: "Duty officer", phone: "01632 960190" };
}

async function loadMembers(db: PrismaClient): Promise<void> {
  const agencies = new Map((await db.agency.findMany()).map((row) => [row.code, row.id]));
  const startsAt = new Date("2010-04-01T08:00:00Z");
  const [{ now } = { now: new Date() }] = await db.$queryRaw<{ now: Date }[]>`SELECT app_now() AS now`;
  // Confirmed in turn, a few of them overdue: an administrator's day is never quite done.
  const confirmed = (number: number) => new Date(now.getTime() - ((number * 7) % 96) * 86_400_000);
  const trained = ["manager", "coordinator"];
  let phone = 200;
  const add = async (name: string, email: string, agency: string, title: string, roles: string[]) => {
    const user = await db.user.create({ data: { email, name } });
    await db.member.create({
      data: { userId: user.id, agencyId: agencies.get(agency)!, name, title, phone: `01632 960${phone++}`, roles: roles as MemberRole[], trainedIn: roles.some((role) => trained.includes(role)) ? ["hate"] : [], startsAt, confirmedAt: confirmed(phone) },
    });
    return user.id;
  };
  const passwordHash = await hashPassword(demoPassword);
  for (const persona of personas) {
    const userId = await add(persona.name, persona.email, persona.agencyCode, capital(persona.who), persona.roles);
    await db.credential.create({ data: { userId, passwordHash, totpSecret: seal(generateSecret(), `Credential.totpSecret:${userId}`) } });
  }
  for (const one of colleagues) {
    await add(one.name, `${one.name.toLowerCase().replace(/^insp /, "").replace(/[^a-z]+/g, ".")}@${one.agency}.example`, one.agency, one.title, one.roles.split(" "));
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

async function loadAgreement(db: PrismaClient): Promise<void> {
  const [{ today } = { today: new Date() }] = await db.$queryRaw<{ today: Date }[]>`SELECT london_today() AS today`;
  const endsOn = new Date(Date.UTC(today.getUTCFullYear() + 1, 11, 31));
  const agreement = await db.agreement.create({
    data: { name: "Cambridgeshire and Peterborough community safety agreement", purposes: ["prevent_asb", "protect_victims", "safeguarding"], startsOn: new Date("2010-04-01"), endsOn, activatedAt: new Date("2010-04-01T08:00:00Z") },
  });
  const areas = new Map((await db.area.findMany()).map((row) => [row.code, row.id]));
  for (const row of await db.agency.findMany()) {
    const given = (county.agencies as Agency[]).find((agency) => agency.code === row.code)!;
    if (given.agreement === false || given.side === "none") continue;
    await db.agreementSignature.create({
      data: {
        agreementId: agreement.id, agencyId: row.id, signatoryName: `Head of service, ${row.shortName}`, signedOn: new Date("2010-04-01"), coversTriage: given.triage,
        areas: { create: areasOf(given).map((code) => ({ areaId: areas.get(code)! })) },
      },
    });
  }
}

/** One that waits for a second person of county governance, for an agency that has no agreement yet. */
async function loadProposal(db: PrismaClient): Promise<void> {
  const [{ now, today } = { now: new Date(), today: new Date() }] = await db.$queryRaw<{ now: Date; today: Date }[]>`SELECT app_now() AS now, london_today() AS today`;
  const owen = await db.member.findFirstOrThrow({ where: { name: "Owen Price" } });
  const agency = await db.agency.findUniqueOrThrow({ where: { code: "fen-hope" } });
  const area = await db.area.findUniqueOrThrow({ where: { code: "FEN" } });
  const proposed = { proposedById: owen.id, proposedAt: now };
  const agreement = await db.agreement.create({ data: { name: "Fen Hope support agreement", purposes: ["support"], startsOn: today, endsOn: new Date(Date.UTC(today.getUTCFullYear() + 1, 2, 31)), ...proposed } });
  await db.agreementSignature.create({
    data: { agreementId: agreement.id, agencyId: agency.id, signatoryName: "Director, Fen Hope CIC", signedOn: today, recordedById: owen.id, recordedAt: now, areas: { create: [{ areaId: area.id }] } },
  });
}

const chairs: Record<string, [chair: string, coordinator: string]> = {
  FEN: ["Insp Helen Marsh", "Jo Ellwood"],
  CAM: ["Insp Laura Finch", "Ines Duarte"],
  ECA: ["Insp Laura Finch", "Ros Teal"],
  SCA: ["Insp Laura Finch", "Lucy Harrow"],
  HUN: ["Insp Ravi Menon", "Farah Aziz"],
  PET: ["Insp Ravi Menon", "Leila Haddad"],
};

async function loadPanels(db: PrismaClient): Promise<void> {
  const members = new Map((await db.member.findMany()).map((row) => [row.name, row]));
  for (const area of await db.area.findMany()) {
    const [chair, coordinator] = (chairs[area.code] ?? []).map((name) => members.get(name));
    if (!chair || !coordinator) continue;
    await db.panel.create({ data: { areaId: area.id, name: `${area.name} problem-solving group`, chairId: chair.id, coordinatorId: coordinator.id, startsAt: new Date("2010-04-01T08:00:00Z") } });
    // Whoever takes a report without a case of their own hands it to the area's council and its coordinator.
    await db.area.update({ where: { id: area.id }, data: { intakeAgencyId: coordinator.agencyId, intakeMemberId: coordinator.id } });
  }
}
