import type { Page } from "@playwright/test";
import { asOwner, expect, expectAccessible, test } from "../support/journeys";

// The keystroke-level model: what a practised hand takes for a key, what answering takes to think of, and what is said aloud meanwhile.
const secondsAKey = 0.28;
const secondsADecision = 1.35;
const secondsOfSpeech = 40;
const mostSeconds = 180;

/** A keyboard that counts: every key and every letter, and each field as one decision. */
function countingKeyboard(page: Page) {
  let keys = 0;
  let fields = 0;
  const press = async (key: string, times = 1) => {
    for (let n = 0; n < times; n += 1) await page.keyboard.press(key);
    // Two keys at once are two keys.
    keys += times * key.split("+").length;
  };
  const type = async (words: string) => {
    await page.keyboard.type(words);
    keys += words.length;
  };
  return {
    press,
    /** Goes past a field that stands as it is. */
    pass: (times = 1) => press("Enter", times),
    /** Types into the field in hand and moves on. */
    write: async (words: string) => {
      await type(words);
      await press("Enter");
      fields += 1;
    },
    /** Of a question's answers chooses the nth, and moves on. */
    choose: async (nth: number) => {
      await (nth === 1 ? press("Space") : press("ArrowRight", nth - 1));
      await press("Enter");
      fields += 1;
    },
    /** Of a list of boxes ticks the nth, and moves on past the rest. */
    tick: async (nth: number) => {
      await press("Tab", nth - 1);
      await press("Space");
      await press("Enter");
      fields += 1;
    },
    type: async (words: string) => {
      await type(words);
      fields += 1;
    },
    total: () => ({ keys, fields, seconds: Math.round(keys * secondsAKey + fields * secondsADecision + secondsOfSpeech) }),
  };
}

const inHand = (page: Page, name: string) => expect(page.locator(":focus")).toHaveAttribute("name", name);

async function freshReport(page: Page): Promise<void> {
  await page.goto("/my-day");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  // A key that comes before the page's script listens is lost, and a person presses again.
  await expect(async () => {
    await page.keyboard.press("n");
    await expect(page.getByRole("heading", { name: "New report" })).toBeVisible({ timeout: 4_000 });
  }).toPass({ timeout: 15_000 });
  await expect(page.locator(":focus")).toHaveAttribute("name", "safeNow");
}

/** An address of Fenland at which nothing is known yet. */
async function quietAddress(): Promise<{ line: string; town: string }> {
  const [place] = await asOwner<{ line: string; town: string }>(
    `SELECT p.line, p.town FROM "Place" p JOIN "Area" a ON a.id = p."areaId" WHERE a.code = 'FEN' AND p.kind = 'address' AND p.line ~ '^(1[0-9]|2[0-4]) '
     AND NOT EXISTS (SELECT FROM "Case" c WHERE c."placeId" = p.id) AND NOT EXISTS (SELECT FROM "Report" r WHERE r."placeId" = p.id) ORDER BY random() LIMIT 1`);
  return place!;
}

test("a housing officer takes a report with the full assessment by keyboard alone, in under three minutes", async ({ as }) => {
  const page = await as("Priya Shah");
  const place = await quietAddress();
  const family = `Kettle${Date.now() % 100000}`.replace(/\d/g, (digit) => "abcdefghij"[Number(digit)]!);
  await freshReport(page);
  await expectAccessible(page);
  const hand = countingKeyboard(page);

  await hand.choose(1); // safe now
  await hand.type(place.line.slice(0, 8).toLowerCase());
  await page.getByRole("option", { name: place.line, exact: false }).first().waitFor();
  await hand.press("ArrowDown");
  while (!(await page.locator(":focus").evaluate((box, line) => document.getElementById(box.getAttribute("aria-activedescendant") ?? "")?.textContent?.startsWith(line), place.line))) await hand.press("ArrowDown");
  await hand.press("Enter", 2);
  await inHand(page, "isHome");
  await expect(page.getByText("No reports here in 12 months.")).toBeVisible();
  await hand.choose(1);
  await hand.type("Loud music next door at 4am, banged on her door, said he'd be back.");
  await hand.press("Tab");
  await inHand(page, "nsirHeading"); // suggested by the words: left as it is
  await expect(page.locator(":focus")).not.toHaveValue("");
  await hand.pass(2);
  await inHand(page, "happenedFrom");
  await hand.choose(3); // last night
  await inHand(page, "assessment.answers.H1");
  await hand.choose(4); // most weeks
  await inHand(page, "caller.who");
  await hand.choose(1); // somebody affected
  await hand.write("Karen");
  await hand.write(family);
  await hand.write("2");
  await hand.write("3");
  await hand.type("1979");
  await hand.press("Alt+6");
  await inHand(page, "responsibleAs");
  await hand.choose(2); // known by sight
  await hand.type("Man at no. 14");
  await hand.press("Alt+7");

  await inHand(page, "assessment.answers.H3");
  await hand.choose(2); // getting worse
  await hand.choose(1); // not for who she is
  await hand.choose(2); // something makes her more at risk
  await inHand(page, "assessment.factors");
  await hand.tick(4); // mental health
  await inHand(page, "assessment.answers.I1");
  await hand.choose(4); // a lot
  await expect(page.getByText(/Ask the full assessment now/)).toBeVisible();
  await expectAccessible(page);
  await inHand(page, "assessment.confirmedTriggers");
  await hand.pass();
  await inHand(page, "assessment.answers.H2");
  await hand.choose(3); // linked
  await hand.choose(3); // known
  await hand.choose(1); // no intimidation known of
  await inHand(page, "assessment.answers.H6");
  await hand.pass();
  await hand.tick(4); // at me
  await hand.choose(3); // alone
  await inHand(page, "assessment.answers.S2");
  await hand.pass();
  await hand.choose(3); // mental health affected
  await hand.choose(1); // nobody else
  await hand.choose(2); // routine changed
  await inHand(page, "assessment.judgement.rag");
  await expect(page.getByText(/Amber, near red/).first()).toBeVisible();
  await hand.choose(1); // leave it amber
  await hand.type("Sister with her tonight");
  await hand.press("Alt+8");
  await hand.pass();
  await hand.write("07700900142");
  await hand.type("After 4pm");
  await hand.press("Alt+9");
  await hand.type("Diary sheets explained");
  await expect(page.getByRole("complementary", { name: /What is known/ }).getByText(/Shared with .*Fenland/)).toBeVisible();
  await hand.press("Control+Enter");

  await expect(page.getByRole("heading", { name: "Report saved" })).toBeFocused({ timeout: 20_000 });
  await expect(page.getByText("A case began: Amber 24")).toBeVisible();
  await expect(page.getByText(/First contact with the victim/)).toBeVisible();
  await expectAccessible(page);
  const { keys, fields, seconds } = hand.total();
  console.log(`New report: ${fields} fields, ${keys} key presses, ${seconds} s by the keystroke-level estimate (${secondsAKey} s a key, ${secondsADecision} s a decision, ${secondsOfSpeech} s of speech; at most ${mostSeconds} s)`);
  expect(seconds).toBeLessThanOrEqual(mostSeconds);

  const [kept] = await asOwner(`SELECT c.status, c.rag, p."fullName", r."originalHeading", x.number FROM "Report" r JOIN "Case" c ON c.id = r."caseId" JOIN "Involvement" i ON i."reportId" = r.id AND i.role = 'victim' JOIN "Person" p ON p.id = i."personId" JOIN "ContactPoint" x ON x."reportId" = r.id WHERE p."familyName" = $1`, [family]);
  expect(kept).toMatchObject({ status: "open", rag: "amber", fullName: `Karen ${family}`, number: "07700900142" });

  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/cases\//, { timeout: 40_000 });
});

test("a call taker's words survive a session that ended, and come back from the list of what is not finished", async ({ as }) => {
  const words = `Shouting in the stairwell ${Date.now()}`;
  const page = await as("Callum Reid");
  await freshReport(page);
  await page.keyboard.press("Space");
  await page.keyboard.press("Alt+3");
  await inHand(page, "whatHappened");
  await page.keyboard.type(words);
  await expect(page.getByText(/Draft saved/)).toBeVisible({ timeout: 15_000 });
  await asOwner(`UPDATE "Session" SET "revokedAt" = app_now() WHERE "memberId" = (SELECT id FROM "Member" WHERE name = 'Callum Reid') AND "revokedAt" IS NULL`);
  await page.keyboard.type(" and more");
  await expect(page.getByText(/you are signed out/)).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole("textbox", { name: /What happened/ })).toHaveValue(`${words} and more`);

  const again = await as("Callum Reid");
  await again.goto("/reports");
  await expectAccessible(again);
  await again.getByRole("link", { name: words }).press("Enter");
  await expect(again.getByText("Yes, nobody is in danger at this moment")).toBeVisible();
  await expect(again.getByText(words)).toBeVisible();
});

test("a red answer proposes partners and says whom to ring; the save tells them, and the calls are ticked off", async ({ as }) => {
  const place = await quietAddress();
  const page = await as("Callum Reid");
  await freshReport(page);
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await page.keyboard.type(`${place.line} ${place.town}`);
  await page.getByRole("option", { name: place.line, exact: false }).first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Alt+3");
  await page.keyboard.type("She says she took tablets last night because of the noise.");
  await page.keyboard.press("Alt+4");
  await page.keyboard.press("Space");
  await page.keyboard.press("Alt+5");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Ada");
  await page.keyboard.press("Alt+6");
  await page.keyboard.press("Space");
  await page.getByRole("checkbox", { name: /Talk of suicide/ }).press("Space");
  await page.getByRole("button", { name: "Yes, this was said or seen" }).press("Enter");
  await expect(page.getByRole("complementary", { name: /What is known/ }).getByText("Red", { exact: false }).first()).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /Mental health trust/ })).toBeChecked();
  await expectAccessible(page);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "Report saved" })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/led by Fenland DC/)).toBeVisible();
  const calls = page.getByRole("region", { name: "Ring now" });
  await expectAccessible(page);
  await calls.getByRole("textbox").first().fill("Crisis team ringing her now");
  await page.keyboard.press("Enter");
  await expect(calls.getByText("Rung")).toBeVisible();
});

test("the page fits a phone, and says what is missing where it is missing", async ({ as }) => {
  const page = await as("Dan Okafor", "phone");
  await page.goto("/reports/new");
  await expect(page.getByRole("heading", { name: "New report" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save report" }).press("Enter");
  const alert = page.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(alert).toBeFocused();
  await alert.getByRole("link", { name: "Enter what happened" }).press("Enter");
  await inHand(page, "whatHappened");
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
