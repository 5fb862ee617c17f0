import { Client } from "pg";
import type { DatabaseUrls } from "../../scripts/machine/postgres/addresses";
import { Chance } from "./random";
import { everyAddress, send } from "./requests";
import { signIn } from "./sign-in";
import { idOf, truthOf, type Truth } from "./truth";
import type { Row, World } from "./world";

export type Revoked = { runs: number; late: string[] };
type Step = { name: string; table: string; row: Row; column: string; value: unknown };

/** Takes from members what lets them in, one thing after another in any order, and knocks again at once. */
export async function revoke(world: World, urls: DatabaseUrls, members: string[], runs: number): Promise<Revoked> {
  const chance = new Chance(world.seed + 55);
  const owner = new Client({ connectionString: urls.DATABASE_URL });
  await owner.connect();
  const log = everyAddress().find(({ operation }) => operation.name === "case.log")!;
  const result: Revoked = { runs: 0, late: [] };
  try {
    for (const table of ["Grant", "Member", "User", "Agreement", "AgreementSignature", "Session", "Case", "BreakGlass", "Panel"]) await owner.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
    const truth = truthOf(world);
    const worked = (rule: Truth, member: string) => world.tables.Case!.map(idOf).filter((id) => rule.ways(member, id).some(({ level }) => level === "contribute" || level === "lead"));
    const able = members.filter((member) => worked(truth, member).length > 0);
    const sessions = new Map<string, string>();
    for (const member of able) sessions.set(member, await signIn(owner, member));
    const knock = async (member: string, caseId: string) => (await send(log, { params: { caseId }, body: {} }, sessions.get(member)!)).status;
    while (result.runs < runs) {
      const member = chance.one(able);
      const caseId = chance.one(worked(truth, member));
      const steps = stepsFor(world, member, caseId);
      const taken = chance.mixed(steps).slice(0, 1 + chance.below(2));
      if ((await knock(member, caseId)) !== 200) throw new Error(`${member} could not open ${caseId} before anything was taken`);
      for (const step of taken) {
        await set(owner, step, step.value);
        const changed = truthOf({ ...world, tables: { ...world.tables, [step.table]: (world.tables[step.table] ?? []).map((row) => (row === step.row ? { ...row, [step.column]: step.value } : row)) } });
        const status = await knock(member, caseId);
        result.runs += 1;
        const wanted = step.name === "session" || !changed.isLive(member) ? [401] : worked(changed, member).includes(caseId) ? [200] : [403, 404];
        if (!wanted.includes(status)) result.late.push(`seed ${world.seed}: ${member} got ${status} for ${caseId} right after ${step.name}`);
        await set(owner, step, step.row[step.column] ?? null);
      }
    }
    return result;
  } finally {
    await owner.end();
  }
}

async function set(owner: Client, { table, row, column }: Step, value: unknown): Promise<void> {
  if (table === "Session") return void (await owner.query(`UPDATE "Session" SET "revokedAt" = $2 WHERE "memberId" = $1`, [row.id, value]));
  await owner.query(`UPDATE "${table}" SET "${column}" = $2 WHERE id = $1`, [idOf(row), value]);
}

/** What lets a member into a case, each with how it is taken away. */
function stepsFor(world: World, memberId: string, caseId: string): Step[] {
  const { tables } = world;
  const now = world.now.toISOString();
  const member = tables.Member!.find(({ id }) => id === memberId)!;
  const user = tables.User!.find(({ id }) => id === member.userId)!;
  const grants = tables.Grant!.filter((row) => row.caseId === caseId && row.agencyId === member.agencyId && !row.revokedAt);
  const signatures = tables.AgreementSignature!.filter((row) => row.agencyId === member.agencyId);
  const agreementOf = (signature: Row) => tables.Agreement!.find(({ id }) => id === signature.agreementId)!;
  const glasses = tables.BreakGlass!.filter((row) => row.caseId === caseId && row.memberId === memberId && !row.endedAt);
  const seats = tables.Panel!.filter((row) => row.chairId === memberId || row.coordinatorId === memberId);
  return [
    { name: "the member's last day", table: "Member", row: member, column: "endsAt", value: now },
    { name: "a role that reads no cases", table: "Member", row: member, column: "roles", value: "{analyst}" },
    { name: "the account was disabled", table: "User", row: user, column: "disabledAt", value: now },
    { name: "session", table: "Session", row: { id: memberId }, column: "revokedAt", value: now },
    ...grants.map((row): Step => ({ name: "the share ended", table: "Grant", row, column: "revokedAt", value: now })),
    ...signatures.map((row): Step => ({ name: "the signature was withdrawn", table: "AgreementSignature", row, column: "withdrawnAt", value: now })),
    ...signatures.map((row): Step => ({ name: "the agreement was withdrawn", table: "Agreement", row: agreementOf(row), column: "withdrawnAt", value: now })),
    ...grants.map((row): Step => ({ name: "the share ran out", table: "Grant", row, column: "endsAt", value: now })),
    ...signatures.map((row): Step => ({ name: "the signature ran out", table: "AgreementSignature", row, column: "endsOn", value: row.signedOn })),
    ...signatures.map((row): Step => ({ name: "the agreement ran out", table: "Agreement", row: agreementOf(row), column: "endsOn", value: agreementOf(row).startsOn })),
    ...glasses.map((row): Step => ({ name: "the emergency ended", table: "BreakGlass", row, column: "endedAt", value: now })),
    ...seats.map((row): Step => ({ name: "the seat on the panel ended", table: "Panel", row, column: "endsAt", value: now })),
  ];
}
