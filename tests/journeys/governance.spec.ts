import { asOwner, caseThat, expect, expectAccessible, tabTo, test } from "../support/journeys";

// The keystroke-level model: a practised hand's key, a decision, and reading the answer.
const secondsAKey = 0.28;
const secondsADecision = 1.35;
const secondsToRead = 15;
const mostSeconds = 60;

/** Somebody whose name nobody shares, whose case was worked in an earlier month: the last one before this. */
async function somebodyWorkedOn(): Promise<{ name: string; month: string; value: string; members: string[] }> {
  const [found] = await asOwner<{ name: string; month: string; value: string; members: string[] }>(
    `SELECT p."fullName" AS name, trim(to_char(x.month, 'Month')) || to_char(x.month, ' YYYY') AS month, to_char(x.month, 'YYYY-MM') AS value, x.members
     FROM "Person" p JOIN "Involvement" i ON i."personId" = p.id AND i.role = 'victim'
     CROSS JOIN LATERAL (
       SELECT date_trunc('month', e.at AT TIME ZONE 'Europe/London') AS month, array_agg(DISTINCT m.name) AS members
       FROM "AuditEvent" e JOIN "Member" m ON m.id = e."memberId" WHERE e."caseId" = i."caseId" AND e.at >= i."startsAt" AND e.outcome IN ('read', 'done') GROUP BY 1) x
     WHERE x.month < date_trunc('month', app_now() AT TIME ZONE 'Europe/London') AND x.month > (app_now() AT TIME ZONE 'Europe/London') - interval '6 years'
       AND NOT EXISTS (SELECT FROM "Person" o WHERE lower(o."fullName") = lower(p."fullName") AND o.id <> p.id)
     ORDER BY x.month DESC, p.id LIMIT 1`,
  );
  if (!found) throw new Error("Nobody's case was worked before this month");
  return found;
}

test("an information governance officer answers who looked at this person in a month, and why, by keyboard within a minute", async ({ as }) => {
  const somebody = await somebodyWorkedOn();
  const page = await as("Owen Price");
  await page.goto("/audit");
  await expect(page.getByRole("heading", { level: 1, name: "What I did" })).toBeVisible();
  let keys = 0;
  const press = async (key: string) => {
    await page.keyboard.press(key);
    keys += key.split("+").length;
  };
  const type = async (words: string) => {
    await page.keyboard.type(words);
    keys += words.length;
  };
  const field = page.getByRole("textbox", { name: "Full name or case reference" });
  // A key that comes before the page's script listens is lost, and a person presses again.
  await expect(async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("t");
    await expect(field).toBeVisible({ timeout: 2_000 });
  }).toPass();
  keys += 2;
  await expectAccessible(page);
  // To the page's own search field.
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(field).toBeFocused({ timeout: 1_000 });
  }).toPass();
  keys += 1;
  await type(somebody.name);
  await press("Tab");
  await type(somebody.month);
  await expect(page.getByRole("combobox", { name: "Month" })).toHaveValue(somebody.value);
  await press("Control+Enter");
  await expect(page.getByRole("heading", { level: 1, name: `Who looked at this person in ${somebody.month}, and why` })).toBeVisible();
  const looks = page.getByRole("list", { name: "Looks" }).getByRole("listitem");
  await expect(looks.first()).toContainText("Why:");
  for (const member of somebody.members) await expect(looks.filter({ hasText: member }).first()).toBeVisible();
  expect(page.url()).not.toContain(somebody.name.split(" ")[0]!);
  await expectAccessible(page);
  const decisions = 4; // where to ask, who, when, and what the answer says
  const seconds = Math.round(keys * secondsAKey + decisions * secondsADecision + secondsToRead);
  console.log(`Who looked at this person, and why: ${keys} key presses, ${seconds} s by the keystroke-level estimate (${secondsAKey} s a key, ${secondsADecision} s a decision, ${secondsToRead} s of reading; at most ${mostSeconds} s)`);
  expect(seconds).toBeLessThanOrEqual(mostSeconds);

  // Nothing of the case is theirs to open.
  await page.getByRole("link", { name: /^[A-Z]{3}-\d{4}-\d+$/ }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: /^Who looked at [A-Z]{3}-/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "Back to the case" })).toHaveCount(0);
  await expectAccessible(page);
  for (const part of ["Denied attempts", "Searches and exports"]) {
    await page.getByRole("link", { name: part }).click();
    await expect(page.getByRole("heading", { level: 1, name: part })).toBeVisible();
    await expectAccessible(page);
  }
});

test("whoever leads a case sees who looked without working on it; the looker sees it on their own trail, and so does their manager", async ({ as }) => {
  const asbCase = await caseThat({ area: "FEN", lead: "fenland-dc", sharedWith: ["police-fenland"] });
  await asOwner(`UPDATE "Case" SET "namedOfficerId" = (SELECT id FROM "Member" WHERE name = 'Jo Ellwood') WHERE id = $1`, [asbCase.id]);
  const looker = await as("Sgt Ruth Hale");
  await looker.goto(`/cases/${asbCase.id}/people`);
  await expect(looker.getByRole("heading", { level: 1 })).toBeVisible();

  const lead = await as("Jo Ellwood");
  await lead.goto(`/cases/${asbCase.id}/history`);
  await tabTo(lead, "link", "Who looked");
  await lead.keyboard.press("Enter");
  await expect(lead.getByRole("heading", { level: 1, name: `Who looked at ${asbCase.reference}` })).toBeVisible();
  const look = lead.getByRole("list", { name: "Looks" }).getByRole("listitem").filter({ hasText: "Sgt Ruth Hale" }).first();
  await expect(look).toContainText("Police supervisor, Police Fenland · Opened the people of the case");
  await expect(look).toContainText("Looked without working on it");
  await expectAccessible(lead);

  await looker.goto("/audit");
  await expect(looker.getByRole("list", { name: "What I did" }).getByRole("listitem").filter({ hasText: asbCase.reference }).first()).toContainText("Opened the people of the case");
  await looker.goto(`/audit/cases/${asbCase.id}`);
  await expect(looker.getByRole("heading", { level: 1 })).toHaveText("There is nothing here for you to see");

  const manager = await as("Insp Helen Marsh", "phone");
  await manager.goto("/audit/team");
  await manager.getByRole("list", { name: "Members", exact: true }).getByRole("link", { name: "Sgt Ruth Hale" }).click();
  await expect(manager.getByRole("heading", { level: 1, name: "What Sgt Ruth Hale did" })).toBeVisible();
  await expect(manager.getByText("Opened the people of the case").first()).toBeVisible();
  await expectAccessible(manager);
  expect(await manager.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
