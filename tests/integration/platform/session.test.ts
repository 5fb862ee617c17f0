import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { getBadges } from "../../../lib/notices/badges/queries";
import { listCases } from "../../../lib/cases/board/queries";
import { Forbidden, Unauthenticated } from "../../../lib/platform/errors";
import { signOutEverywhere, stillHere } from "../../../lib/platform/sign-in/commands";
import { endSession } from "../../../lib/platform/sign-in/credentials";
import { loadTestCounty } from "../../support/county";
import { asOwner, resetClock, setClock } from "../../support/database";
import { sessionOf } from "../../support/sessions";

const begun = new Date("2026-11-18T09:00:00Z");
const at = (minutes: number, seconds = 0) => setClock(new Date(begun.getTime() + minutes * 60_000 + seconds * 1_000));

const asks = async (session: string, quiet = false) => (await getBadges.ask({ session, quiet }, {})).actor.name;
const isRefused = (session: string, quiet = false) => expect(asks(session, quiet)).rejects.toThrow(Unauthenticated);

let session: string;

beforeAll(loadTestCounty);
beforeEach(async () => {
  await setClock(begun);
  session = await sessionOf("Jo Ellwood");
});
afterEach(resetClock);

describe("a session", () => {
  test("ends when nobody has been at the desk for 15 minutes", async () => {
    await at(14, 50);
    expect(await asks(session)).toBe("Jo Ellwood");
    await at(29, 30);
    expect(await asks(session)).toBe("Jo Ellwood");
    await at(44, 40);
    await isRefused(session);
  });

  test("ends 12 hours after it began, however busy", async () => {
    for (let minutes = 14; minutes < 12 * 60; minutes += 14) {
      await at(minutes);
      await asks(session);
    }
    await at(12 * 60 - 1);
    expect(await asks(session)).toBe("Jo Ellwood");
    await at(12 * 60, 1);
    await isRefused(session);
  }, 60_000);

  test("is not kept going by what a screen asks for by itself", async () => {
    await at(10);
    expect(await asks(session, true)).toBe("Jo Ellwood");
    await at(14, 50);
    expect(await asks(session, true)).toBe("Jo Ellwood");
    await at(15, 1);
    await isRefused(session, true);
    await isRefused(session);
  });

  test("is kept going by somebody who says that they are still there", async () => {
    await at(14);
    await stillHere.do({ session }, {});
    await at(28);
    expect(await asks(session)).toBe("Jo Ellwood");
  });

  test("once ended for want of activity is not begun again by asking", async () => {
    await at(16);
    await isRefused(session);
    await isRefused(session);
    await expect(stillHere.do({ session }, {})).rejects.toThrow(Unauthenticated);
  });

  test("ends with the sign-out, that one and no other", async () => {
    const elsewhere = await sessionOf("Jo Ellwood");
    await endSession(session);
    await isRefused(session);
    expect(await asks(elsewhere)).toBe("Jo Ellwood");
  });

  test("ends everywhere at once where that is asked, for that user alone", async () => {
    const elsewhere = await sessionOf("Jo Ellwood");
    const other = await sessionOf("Priya Shah");
    expect(await signOutEverywhere.do({ session }, {})).toMatchObject({ ended: expect.any(Number) as number });
    await isRefused(session);
    await isRefused(elsewhere);
    expect(await asks(other)).toBe("Priya Shah");
  });

  test("is bound to the member whose page sends it", async () => {
    const [priya] = await asOwner<{ id: string }>(`SELECT id FROM "Member" WHERE name = 'Priya Shah'`);
    await expect(getBadges.ask({ session, expects: priya!.id }, {})).rejects.toThrow(Unauthenticated);
  });
});

describe("authority is read afresh at the next request", () => {
  const restore: string[] = [];
  const change = async (sql: string, back: string) => {
    restore.push(back);
    await asOwner(sql);
  };

  afterEach(async () => {
    for (const sql of restore.splice(0).reverse()) await asOwner(sql);
  });

  test("of a user who was disabled", async () => {
    await asks(session);
    await change(`UPDATE "User" SET "disabledAt" = app_now() WHERE name = 'Jo Ellwood'`, `UPDATE "User" SET "disabledAt" = NULL`);
    await isRefused(session);
  });

  test("of a member who has left", async () => {
    await asks(session);
    await change(`UPDATE "Member" SET "endsAt" = app_now() WHERE name = 'Jo Ellwood'`, `UPDATE "Member" SET "endsAt" = NULL WHERE name = 'Jo Ellwood'`);
    await isRefused(session);
  });

  test("of a member who has yet to begin", async () => {
    await change(`UPDATE "Member" SET "startsAt" = app_now() + interval '1 hour' WHERE name = 'Jo Ellwood'`, `UPDATE "Member" SET "startsAt" = '2010-04-01' WHERE name = 'Jo Ellwood'`);
    await isRefused(session);
  });

  test("of a member whose role was taken", async () => {
    const other = await sessionOf("Priya Shah");
    await listCases.ask({ session: other }, {});
    await change(`UPDATE "Member" SET roles = '{analyst}' WHERE name = 'Priya Shah'`, `UPDATE "Member" SET roles = '{practitioner}' WHERE name = 'Priya Shah'`);
    await expect(listCases.ask({ session: other }, {})).rejects.toThrow(Forbidden);
  });

  test("of an agency whose signature was withdrawn", async () => {
    expect((await getBadges.ask({ session }, {})).actor.areaIds).toHaveLength(1);
    await change(`UPDATE "AgreementSignature" SET "withdrawnAt" = app_now() WHERE "agencyId" = (SELECT id FROM "Agency" WHERE code = 'fenland-dc')`, `UPDATE "AgreementSignature" SET "withdrawnAt" = NULL`);
    expect((await getBadges.ask({ session }, {})).actor.areaIds).toEqual([]);
  });
});
