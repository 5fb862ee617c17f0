import type { Page } from "@playwright/test";
import { asOwner, expect, expectAccessible, tabTo, test } from "../support/journeys";
import { letters, ownCase, send, type OwnCase } from "../support/own-case";
import { everythingAbout } from "../support/received";

const terms = "Not to go near the row of cottages, nor to speak to anybody who lives there.";
const danger = "Keeps a dog that bites: two officers";
const bornOn = "1984-07-09";

/** An address of a district at which nothing is known. */
async function quietHome(area: string): Promise<{ line: string; town: string; postcode: string }> {
  const [place] = await asOwner<{ line: string; town: string; postcode: string }>(
    `SELECT p.line, p.town, p.postcode FROM "Place" p JOIN "Area" a ON a.id = p."areaId" WHERE a.code = $1 AND p.kind = 'address' AND p.postcode <> '' AND p."agencyId" IS NULL
     AND NOT EXISTS (SELECT FROM "Report" r WHERE r."placeId" = p.id) AND NOT EXISTS (SELECT FROM "Residence" r WHERE r."placeId" = p.id) ORDER BY random() LIMIT 1`, [area]);
  return place!;
}

/** What stands on a case that no page of this journey writes: an order in force, what staff must know, and who rings when. */
async function arranges(jo: Page, { caseId, alleged }: OwnCase): Promise<void> {
  const [person] = await asOwner<{ id: string }>(`UPDATE "Person" SET "bornOn" = $2 WHERE "familyName" = $1 RETURNING id`, [alleged.familyName, bornOn]);
  await send(jo, `/api/cases/${caseId}/interventions`, { typeCode: "civil_injunction", personId: person!.id, startsOn: "2026-01-05", endsOn: "", terms, victimElsewhere: "no" });
  await asOwner(`INSERT INTO "Warning" ("caseId", "personId", words, "reviewOn", "recordedById") SELECT $1, $2, $3, london_today() + 60, id FROM "Member" WHERE name = 'Jo Ellwood'`, [caseId, person!.id, danger]);
  await asOwner(`INSERT INTO "ContactPlan" ("caseId", "involvementId", method, "everyDays", "nextDueAt", "safeWhen", "doNot", "sayWho", "singleContactId", side)
    SELECT $1, i.id, 'phone', 7, app_now() + interval '2 days', 'Mornings', 'No voicemail', 'The library', m.id, 'victim' FROM "Involvement" i, "Member" m WHERE i."caseId" = $1 AND i.role = 'victim' AND m.name = 'Jo Ellwood'`, [caseId]);
}

/** Records a move on the People tab, by keyboard. */
async function recordsMove(page: Page, caseId: string, name: string, home: { line: string }, confidential: "Yes" | "No"): Promise<void> {
  await page.goto(`/cases/${caseId}/people`);
  await tabTo(page, "button", new RegExp(`^Record a move ?: ${name}$`));
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: `${name} has moved` });
  await tabTo(page, "combobox", "Address on the list");
  await page.keyboard.type(home.line);
  await expect(dialog.getByRole("option").first()).toContainText(home.line);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  // What is missing is said, and nothing typed is lost.
  await page.keyboard.press("Control+Enter");
  await expect(dialog.getByText("Say whether the address is kept confidential").first()).toBeVisible();
  await expect(dialog.getByRole("combobox", { name: "Address on the list" })).toHaveValue(new RegExp(home.line));
  await expectAccessible(page);
  await tabTo(page, "button", "Today");
  await page.keyboard.press("Enter");
  await dialog.getByRole("radio", { name: new RegExp(`^${confidential}`) }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(`${name}’s move is recorded.`)).toBeVisible();
}

/** On each page of a case, who is named of those who lead it before and after: an agency may also stand among those that can be asked. */
async function namedOn(page: Page, caseId: string): Promise<{ tab: string; lead: boolean; officer: number; agency: number }[]> {
  const seen = [];
  for (const tab of ["", "/people", "/plan", "/interventions", "/referrals"]) {
    const shown = await (await page.request.get(`/cases/${caseId}${tab}`)).text();
    seen.push({ tab, lead: shown.includes("Fenland DC"), officer: count(shown, /Leila Haddad/g), agency: count(shown, /Peterborough City/g) });
  }
  return seen;
}

const named = ({ victim }: OwnCase) => `${victim.givenName} ${victim.familyName}`;
const count = (text: string, words: RegExp) => text.match(words)?.length ?? 0;

test("Mrs D moves to another district: it leads when it has accepted, with nothing told twice; who works with the perpetrator learns neither where, nor that; and he is pointed to where he goes", async ({ as }) => {
  test.slow();
  const mark = letters();
  const jo = await as("Jo Ellwood");
  const mine = await ownCase(jo, {
    victim: { givenName: "Dorothea", familyName: `Denholm${mark}` }, alleged: { givenName: "Peter", familyName: `Arkwright${mark}` },
    answers: { H1: "most_days", H2: "yes", H3: "yes", H4: "known", H5: "current", V1: ["me"], V3: "yes", S1: "alone", I1: "extreme", I2: "both", I3: "household", I4: "routine" },
    sharedWith: [{ code: "police-fenland" }, { code: "county-youth-justice", side: "perpetrator" }],
  });
  const { caseId, reference } = mine;
  await arranges(jo, mine);
  const [{ score } = { score: 0 }] = await asOwner<{ score: number }>(`SELECT score FROM "Assessment" WHERE "caseId" = $1`, [caseId]);
  const home = await quietHome("PET");
  const secret = [home.line, home.postcode, `Denholm${mark}`, mine.placeLine];

  const amina = await as("Amina Yusuf");
  const before = await everythingAbout(amina, caseId, [reference]);
  const namedBefore = await namedOn(amina, caseId);
  expect(namedBefore.every(({ lead }) => lead)).toBe(true);
  for (const words of secret) expect((before.log + before.feed).includes(words), words).toBe(false);

  await recordsMove(jo, caseId, named(mine), home, "Yes");
  const row = jo.getByRole("list", { name: "People on this case" }).getByRole("listitem").filter({ hasText: named(mine) });
  await expect(row).toContainText(home.line);
  await expect(row).toContainText("confidential address");
  await expect(row).toContainText(new RegExp(`${mine.placeLine}.* to `));
  await expectAccessible(jo);
  // On disk it cannot be read, and no page of a place or search says who lives there.
  expect(JSON.stringify(await asOwner(`SELECT * FROM "Residence" WHERE "caseId" = $1 AND "isConfidential"`, [caseId]))).not.toContain(home.line);
  const told = await jo.request.post(`/api/cases/${caseId}/entries`, { headers: { origin: process.env.APP_ORIGIN!, "idempotency-key": crypto.randomUUID() }, data: { kind: "note", body: `She is at ${home.line} now.`, audience: { to: "everyone", withOtherSide: true } } });
  expect(await told.json()).toMatchObject({ reason: "names-protected" });

  // Until Peterborough accepts, Fenland leads and Peterborough sees the offer alone.
  await jo.goto(`/cases/${caseId}/sharing`);
  await tabTo(jo, "button", "Hand over");
  await jo.keyboard.press("Enter");
  const dialog = jo.getByRole("dialog", { name: `Hand over ${reference}` });
  await dialog.getByRole("combobox", { name: "Which agency would lead" }).selectOption({ label: "Peterborough City Council, community safety" });
  await expect(dialog.getByText("The case goes to Peterborough.")).toBeVisible();
  await expectAccessible(jo);
  await tabTo(jo, "textbox", "Why they should lead");
  await jo.keyboard.type("The person at risk is theirs now");
  await tabTo(jo, "textbox", "What they need to know to decide");
  await jo.keyboard.type("Red. Needs a named officer from today.");
  await jo.keyboard.press("Control+Enter");
  await expect(jo.getByText("They were asked to take over")).toBeVisible();
  const [waits] = await asOwner<{ isWithin: boolean }>(`SELECT "respondBy" <= app_now() + interval '5 days' AND "respondBy" > app_now() AS "isWithin" FROM "Referral" WHERE "caseId" = $1 AND kind = 'lead_transfer'`, [caseId]);
  expect(waits).toEqual({ isWithin: true });
  const leila = await as("Leila Haddad");
  await leila.goto(`/cases/${caseId}`);
  await expect(leila.getByRole("heading", { level: 1 })).toHaveText("There is nothing here for you to see");
  await jo.goto(`/cases/${caseId}`);
  await expect(jo.getByText("Fenland DC · Jo Ellwood").first()).toBeVisible();
  await leila.goto("/requests");
  await expectAccessible(leila);
  await tabTo(leila, "button", new RegExp(`^Take over ?:? ${reference}$`));
  await leila.keyboard.press("Enter");
  await expect(leila.getByRole("dialog")).toContainText("From now on your agency leads");
  await tabTo(leila, "combobox", "Named officer");
  await leila.keyboard.press("Control+Enter");
  await expect(leila.getByText(`You lead ${reference}`)).toBeVisible({ timeout: 20_000 });

  // Nothing is told twice: colour and score, both addresses, who rings when.
  await leila.goto(`/cases/${caseId}/people`);
  await expect(leila.getByText("Peterborough City · Leila Haddad").or(leila.getByText(/Peterborough.* · Leila Haddad/)).first()).toBeVisible();
  await expect(leila.getByText(new RegExp(`Victim assessed at ${score}`)).first()).toBeVisible();
  const theirs = leila.getByRole("list", { name: "People on this case" }).getByRole("listitem").filter({ hasText: named(mine) });
  await expect(theirs).toContainText(home.line);
  await expect(theirs).toContainText(mine.placeLine);
  await expect(leila.getByText("Single contact: Jo Ellwood")).toBeVisible();
  await expectAccessible(leila);

  // One person, one case, open in one district.
  expect(await asOwner(`SELECT a.code, count(*) OVER ()::int AS n FROM "Case" c JOIN "Area" a ON a.id = c."areaId" JOIN "Involvement" i ON i."caseId" = c.id JOIN "Person" p ON p.id = i."personId" WHERE p."familyName" = $1 AND i.role = 'victim'`, [mine.victim.familyName])).toEqual([{ code: "PET", n: 1 }]);
  expect(await asOwner(`SELECT count(*)::int AS n FROM "Person" WHERE "familyName" = $1`, [mine.victim.familyName])).toEqual([{ n: 1 }]);

  const after = await everythingAbout(amina, caseId, [reference]);
  for (const words of secret) expect((after.log + after.feed).includes(words), words).toBe(false);
  for (const words of [home.postcode, `Denholm${mark}`]) expect(after.all.includes(words), words).toBe(false);
  // Page by page, the case names nobody that it did not name before; in lists she may stand with other cases, of her own district.
  expect(await namedOn(amina, caseId)).toEqual(namedBefore);
  for (const words of [/Peterborough/g, /has moved|hand(ed)? over|new address/gi]) expect([count(after.log, words), count(after.feed, words)]).toEqual([count(before.log, words), count(before.feed, words)]);
  await amina.goto(`/cases/${caseId}`);
  await expect(amina.getByText("Fenland DC · Jo Ellwood").first()).toBeVisible();

  // He moves to a third district. Who meets him there is pointed to whom to ring, the terms and the danger, and to nothing else.
  const his = await quietHome("HUN");
  await recordsMove(jo, caseId, `Peter ${mine.alleged.familyName}`, his, "No");
  await expect(jo.getByText(/An agency of Huntingdonshire that meets them is told/)).toBeVisible();
  const farah = await as("Farah Aziz");
  const there = await quietHome("HUN");
  const [place] = await asOwner<{ id: string }>(`SELECT id FROM "Place" WHERE line = $1 AND postcode = $2`, [there.line, there.postcode]);
  const { reportId } = await send<{ reportId: string }>(farah, "/api/reports", {
    safeNow: "safe", placeId: place!.id, channel: "phone_council", whatHappened: "Shouting in the street at night.", nsirHeading: "noise", nsirQualifier: "personal", happenedFrom: "2020-01-01T00:00:00Z",
    caller: { who: "affected", index: 0 }, affected: [{ person: { kind: "individual", givenName: "Wren", familyName: "Oakley" }, livesHere: true }],
    responsible: [{ person: { kind: "individual", givenName: "Peter", familyName: mine.alleged.familyName, bornOn } }], screeningAnswers: {}, outcome: { kind: "triage" },
  });
  await farah.goto(`/reports/${reportId}`);
  await expect(farah.getByText(`Peter ${mine.alleged.familyName} is known elsewhere.`)).toBeVisible();
  await expect(farah.getByText(`Peter ${mine.alleged.familyName}: ${danger}`)).toBeVisible();
  await expect(farah.getByText(terms)).toBeVisible();
  await expect(farah.getByText(/Ring Fenland DC/)).toBeVisible();
  await expectAccessible(farah);
  const shown = await farah.locator("main").innerText();
  for (const words of [home.line, `Denholm${mark}`, "Dorothea", mine.placeLine, "Peterborough", "red"]) expect(shown, words).not.toMatch(new RegExp(`\\b${words}\\b`));
  await farah.goto(`/cases/${caseId}`);
  await expect(farah.getByRole("heading", { level: 1 })).toHaveText("There is nothing here for you to see");
});
