import { Client } from "pg";
import { Unauthenticated } from "../../lib/platform/errors";
import { mailNotices } from "../../lib/notices/mailing/commands";
import type { DatabaseUrls } from "../../scripts/machine/postgres/addresses";
import { Canaries } from "./canaries";
import { Chance } from "./random";
import { sent } from "./sink";
import { idOf, truthOf } from "./truth";
import type { World } from "./world";

export type Mailed = { mails: number; odd: string[]; forbidden: string[] };

/** Leaves each member an urgent notice of one case, whoever may see it; the job may mail those only who may see it still, and no word of ours. */
export async function mail(world: World, urls: DatabaseUrls): Promise<Mailed> {
  const truth = truthOf(world);
  const canaries = new Canaries(world);
  const chance = new Chance(world.seed + 33);
  const owner = new Client({ connectionString: urls.DATABASE_URL });
  await owner.connect();
  sent.length = 0;
  const result: Mailed = { mails: 0, odd: [], forbidden: [] };
  try {
    await owner.query(`DELETE FROM "Notification"`);
    for (const member of world.tables.Member!) {
      const caseId = chance.one(world.tables.Case!.map(idOf));
      await owner.query(`INSERT INTO "Notification" ("memberId", kind, "isUrgent", "caseId", "createdAt") VALUES ($1, 'case-shared', true, $2, $3)`, [member.id, caseId, new Date(world.now.getTime() - 60_000)]);
      const earlier = sent.length;
      await mailNotices.do({ member: idOf(member) }, {}).catch((error: unknown) => {
        if (!(error instanceof Unauthenticated)) throw error;
      });
      const isMailed = sent.length > earlier;
      // An emergency opening is to read, and mailing is a write: whoever has a case by that alone has it open before them.
      const isTheirs = truth.isLive(idOf(member)) && truth.reads(idOf(member), "Case").has(caseId) && truth.ways(idOf(member), caseId).some(({ by }) => by !== "glass");
      if (isMailed !== isTheirs) result.odd.push(`seed ${world.seed}: ${idOf(member)} was ${isMailed ? "" : "not "}mailed of ${caseId}`);
    }
    result.mails = sent.length;
    const ids = new Set(Object.values(world.tables).flat().map(idOf));
    const words = [...world.tables.Case!.map(({ reference }) => String(reference)), "Noise"];
    for (const { raw: text } of sent) {
      const plain = text.replace(/^Message-ID:.*$/im, "");
      for (const word of [...canaries.in(plain), ...words.filter((one) => plain.includes(one)), ...(plain.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []).filter((id) => ids.has(id))]) result.forbidden.push(`seed ${world.seed}: a mail held ${word}`);
    }
    return result;
  } finally {
    await owner.end();
  }
}
