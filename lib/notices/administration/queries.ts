import { stateOn } from "../../agencies/agreements/rules";
import { visibleAgreements } from "../../agencies/agreements/visibility";
import { isCountyGovernance } from "../../agencies/members/policy";
import { adminMenu } from "../../agencies/menu/queries";
import { londonDay } from "../../format/dates";
import { hasRole, type Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import { administrationWords } from "../labels";

export type AdministrationNotice = { words: string; detail: string; href: string };
type Row = { id: string; kind: string; agreementId: string | null; aboutMemberId: string | null };
type Reading = { tx: Tx; actor: Actor; now: Date };

/** What notices of the administration say now, by notice: those that stand for nothing any more are left out. */
export async function administrationNotices(reading: Reading, rows: readonly Row[]): Promise<Map<string, AdministrationNotice>> {
  const said = new Map<string, AdministrationNotice>();
  const keep = (of: Row, notice: AdministrationNotice | null | undefined) => notice && said.set(of.id, notice);
  const waiting = rows.filter((row) => row.kind === "second-person");
  const resets = rows.filter((row) => row.kind === "sign-in-reset" && row.aboutMemberId);
  const ending = rows.filter((row) => row.kind === "agreement-ending" && row.agreementId);
  if (waiting.length > 0) {
    const notice = await whatWaits(reading);
    for (const row of waiting) keep(row, notice);
  }
  if (resets.length > 0) {
    const about = await resetsOf(reading, resets.map((row) => row.aboutMemberId!));
    for (const row of resets) keep(row, about.get(row.aboutMemberId!));
  }
  if (ending.length > 0) {
    const agreements = await agreementsOf(reading, ending.map((row) => row.agreementId!));
    for (const row of ending) keep(row, agreements.get(row.agreementId!));
  }
  return said;
}

async function whatWaits({ tx, actor }: Reading): Promise<AdministrationNotice | null> {
  const { waiting } = await adminMenu(tx, actor);
  return waiting > 0 ? { ...administrationWords.secondPerson(waiting), href: "/admin/waiting" } : null;
}

async function resetsOf({ tx, actor }: Reading, memberIds: string[]): Promise<Map<string, AdministrationNotice>> {
  const members = await tx.member.findMany({ where: { id: { in: memberIds } }, select: { id: true, userId: true, name: true, agencyId: true, agency: { select: { name: true } } } });
  return new Map(members.flatMap((member): [string, AdministrationNotice][] => {
    if (member.userId === actor.userId) return [[member.id, { ...administrationWords.resetOfYours, href: "/audit" }]];
    const isTheirs = isCountyGovernance(actor) || (hasRole(actor, "governance") && member.agencyId === actor.agencyId);
    return isTheirs ? [[member.id, { ...administrationWords.resetOf(member.name, member.agency.name), href: `/audit/members/${member.id}` }]] : [];
  }));
}

async function agreementsOf({ tx, actor, now }: Reading, agreementIds: string[]): Promise<Map<string, AdministrationNotice>> {
  const found = await tx.agreement.findMany({ where: { AND: [{ id: { in: agreementIds } }, visibleAgreements(actor)] }, select: { id: true, name: true, startsOn: true, endsOn: true, activatedAt: true, withdrawnAt: true, signatures: { where: { agencyId: actor.agencyId, withdrawnAt: null }, select: { endsOn: true } } } });
  const day = (date: Date) => date.toISOString().slice(0, 10);
  return new Map(found.filter((one) => one.activatedAt).map(({ id, name, startsOn, withdrawnAt, signatures, ...agreement }) => {
    // To an agency it ends when its own signature does.
    const endsOn = signatures.reduce((last, one) => (one.endsOn && one.endsOn < last ? one.endsOn : last), agreement.endsOn);
    const state = stateOn(londonDay(now), { startsOn: day(startsOn), endsOn: day(endsOn), isActive: true, isWithdrawn: withdrawnAt !== null });
    return [id, { ...administrationWords.agreement(name, state), href: `/admin/agreements/${id}` }];
  }));
}
