import type { Page } from "@playwright/test";
import { asOwner, expect, expectAccessible, test } from "../support/journeys";
import { mailsIn } from "../support/mail-folder";
import { letters, ownCase, send, type OwnCase } from "../support/own-case";
import { everythingAbout, listenTo } from "../support/received";

// Each way in which a victim's details could reach the perpetrator's worker, tried by Amina Yusuf of youth justice, who works with that side alone.
const youthJustice = { code: "county-youth-justice", side: "perpetrator" } as const;
const phone = "07700 900 731";

const pair = () => {
  const mark = letters();
  return { mark, victim: { givenName: `Abdul${mark}`, familyName: `Karimi${mark}` }, alleged: { givenName: "Dale", familyName: `Stannard${mark}` } };
};

/** Whatever tells who the victim is, where they live or how they are reached, in the ways it is written. */
const secretsOf = ({ victim, placeId, placeLine, postcode }: OwnCase) => [
  victim.givenName, victim.familyName, placeLine, postcode, postcode.replace(" ", ""), placeId, phone, phone.replace(/ /g, ""), "900 731", "1979-03-02", "2 March 1979", "After 16:00", "through the wall",
];
function expectNone(words: string, secrets: string[], where = ""): void {
  for (const secret of secrets) expect(words.toLowerCase(), `${where} ${secret}`).not.toContain(secret.toLowerCase());
}

async function openedBy(page: Page, { caseId, reference }: OwnCase): Promise<void> {
  await page.goto(`/cases/${caseId}`);
  await expect(page.getByText(reference).first()).toBeVisible();
}

test("opening the case: people there are Victim A and a district, and no answer of any kind holds a name, a home, a number or what the victim said", async ({ as }) => {
  const jo = await as("Jo Ellwood");
  const { victim, alleged } = pair();
  const own = await ownCase(jo, { victim, alleged, phone, sharedWith: [youthJustice] });
  const amina = await as("Amina Yusuf");
  const received = listenTo(amina);
  await openedBy(amina, own);
  await expectAccessible(amina);
  await amina.getByRole("link", { name: "People", exact: true }).click();
  const others = amina.getByRole("list", { name: "People on the other side" });
  await expect(others.getByRole("listitem")).toHaveText(/^Victim A victim, Fenland$/);
  await expect(amina.getByRole("heading", { level: 3, name: new RegExp(alleged.familyName) })).toBeVisible();
  await expectAccessible(amina);
  const { all, feed } = await everythingAbout(amina, own.caseId);
  expect(feed).toContain("Case opened");
  expect(all).toContain(alleged.familyName);
  expectNone(`${all}\n${await received()}`, secretsOf(own));
  const onAPhone = await as("Amina Yusuf", "phone");
  await onAPhone.goto(`/cases/${own.caseId}/people`);
  await expect(onAPhone.getByText("Victim A").first()).toBeVisible();
  expect(await onAPhone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test("the title is reference, type and ward: a name that was typed as the ward of a place is not taken into it, nor into the page's title", async ({ as }) => {
  const jo = await as("Jo Ellwood");
  const { victim, alleged, mark } = pair();
  const taken = await send<{ asbCase: { caseId: string; reference: string } }>(jo, "/api/reports", {
    safeNow: "safe", place: { line: `4 ${victim.familyName} Cottages`, town: "March", wardName: `${victim.familyName} v Stannard`, areaCode: "FEN" }, channel: "phone_council",
    whatHappened: "Shouting at the gate.", nsirHeading: "noise", nsirQualifier: "personal", happenedFrom: "2020-01-01T00:00:00Z", caller: { who: "affected", index: 0 },
    affected: [{ person: { kind: "individual", ...victim }, livesHere: true }], responsible: [{ person: { kind: "individual", ...alleged } }], outcome: { kind: "new_case" }, leads: "own",
  });
  const { caseId, reference } = taken.asbCase;
  const [agency] = await asOwner<{ id: string }>(`SELECT id FROM "Agency" WHERE code = $1`, [youthJustice.code]);
  await send(jo, `/api/cases/${caseId}/share`, { agencies: [{ agencyId: agency!.id, level: "contribute", side: "perpetrator" }], purpose: "Prevent anti-social behaviour", legalBasis: "cda_s17", endsOn: "" });
  for (const page of [jo, await as("Amina Yusuf")]) {
    await page.goto(`/cases/${caseId}`);
    await expect(page.getByText(reference).first()).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Noise");
    expect(await page.title()).not.toContain(mark);
    expect(page.url()).not.toContain(mark);
  }
  const amina = await as("Amina Yusuf");
  expectNone((await everythingAbout(amina, caseId)).all, [victim.familyName, victim.givenName, "Cottages"]);
});

test("a note for that side that gives a name, a home or a number is asked about once more; until it is said nothing goes, and what was said is on record", async ({ as }) => {
  const jo = await as("Jo Ellwood");
  const own = await ownCase(jo, { ...pair(), phone, sharedWith: [youthJustice] });
  const amina = await as("Amina Yusuf");
  await openedBy(amina, own);
  await openedBy(jo, own);
  for (const given of [own.victim.familyName, own.placeLine, phone]) {
    await jo.getByRole("textbox", { name: "Note" }).fill(`Seen near ${given} on Friday`);
    await jo.getByRole("button", { name: /^(Change who reads it|Done)$/ }).click();
    const crossing = jo.getByRole("checkbox", { name: /^Also those who work with the person said to be responsible/ });
    await crossing.check();
    await expect(jo.getByText("Whoever works with the other side can tell that it was them who spoke", { exact: false })).toBeVisible();
    await jo.getByRole("button", { name: /^Add to log/ }).click();
    await expect(jo.getByRole("alert").filter({ hasText: "Nothing was saved yet." })).toContainText(given === phone ? phone.replace(/ /g, "") : given);
    await expect(jo.getByRole("textbox", { name: "Note" })).toHaveValue(`Seen near ${given} on Friday`);
    await jo.getByRole("button", { name: "Done" }).click();
  }
  await expectAccessible(jo);
  expect(await asOwner(`SELECT 1 FROM "Entry" WHERE "caseId" = $1 AND body LIKE 'Seen near%'`, [own.caseId])).toEqual([]);
  expectNone((await everythingAbout(amina, own.caseId)).all, secretsOf(own));
  await jo.getByRole("textbox", { name: "Note" }).fill(`Seen near ${own.victim.familyName} on Friday`);
  await jo.getByRole("button", { name: /^Add to log/ }).click();
  await jo.getByRole("button", { name: "It must go all the same" }).click();
  await expect(jo.getByText(/^Added to the log/)).toBeVisible();
  expect(await asOwner(`SELECT side, data ->> 'namesConfirmed' AS said, "authorId" = (SELECT id FROM "Member" WHERE name = 'Jo Ellwood') AS hers FROM "Entry" WHERE "caseId" = $1 AND body LIKE 'Seen near%'`, [own.caseId])).toEqual([{ side: "both", said: "true", hers: true }]);
  expect((await everythingAbout(amina, own.caseId)).log).toContain(`Seen near ${own.victim.familyName}`);
});

test("notices and mail: what that side is told of holds no name, and mail holds nothing at all", async ({ as }) => {
  const jo = await as("Jo Ellwood");
  const own = await ownCase(jo, { ...pair(), phone, sharedWith: [youthJustice] });
  const [agency] = await asOwner<{ id: string }>(`SELECT id FROM "Agency" WHERE code = $1`, [youthJustice.code]);
  await send(jo, `/api/cases/${own.caseId}/actions`, { ownerAgencyId: agency!.id, what: "See him at school before Friday" });
  const amina = await as("Amina Yusuf");
  const received = listenTo(amina);
  for (const address of ["/notices", "/my-day", "/actions", "/requests"]) {
    await amina.goto(address);
    await expect(amina.getByRole("heading", { level: 1 })).toBeVisible();
  }
  const words = await received();
  expect(words).toContain("See him at school before Friday");
  expectNone(words, secretsOf(own));
  for (const mail of mailsIn(process.env.HEREWARD_MAILS!)) expectNone(mail, [...secretsOf(own), own.reference, own.caseId], "mail");
});

test("next door: that side has the district and no place, is shown no case by its address, and whoever shares is warned that there is one possible complainant", async ({ as }) => {
  const jo = await as("Jo Ellwood");
  const own = await ownCase(jo, { ...pair(), phone });
  await jo.goto(`/cases/${own.caseId}/sharing`);
  const others = jo.getByText(/Others with an agreement|Agencies with an agreement/).first();
  const box = jo.getByRole("checkbox", { name: /^County youth justice|^Youth justice/ });
  if (!(await box.isVisible())) await others.click();
  await box.press("Space");
  await jo.getByLabel("What they need it for").fill("Work with him at school");
  await jo.getByRole("button", { name: "Check who will read what" }).press("Enter");
  await expect(jo.getByText("Only one person is on the victim’s side.")).toBeVisible();
  await expect(jo.getByText("Whoever works with the other side can tell that it was them who spoke", { exact: false })).toBeVisible();
  await expectAccessible(jo);
  await jo.getByRole("button", { name: "Share now" }).press("Enter");
  await expect(jo.getByText(/^Shared with .*youth justice/i)).toBeVisible();

  const amina = await as("Amina Yusuf");
  await openedBy(amina, own);
  const { tabs, feed, log } = await everythingAbout(amina, own.caseId);
  expectNone([tabs, feed, log].join("\n"), secretsOf(own));
  expect(tabs).toContain("Fenland");
  await amina.goto("/find");
  await amina.getByRole("textbox", { name: /^Name, address or case reference/ }).fill(own.placeLine);
  const answered = amina.waitForResponse((response) => response.url().endsWith("/api/find/results"));
  await amina.keyboard.press("Enter");
  expectNone(await (await answered).text(), [own.reference, own.caseId]);
  await expect(amina.getByText(own.reference)).toHaveCount(0);
  const here = await amina.request.post("/api/reports/known-here", { headers: { origin: process.env.APP_ORIGIN! }, data: { placeId: own.placeId } });
  expectNone(await here.text(), [own.reference, own.caseId, own.victim.familyName]);
  const place = await amina.request.get(`/places/${own.placeId}`);
  expectNone(await place.text(), [own.reference, own.caseId, own.victim.familyName]);
});

test("searching: that side finds nobody of the other by name, by name and day of birth, or while it takes a report; it finds its own", async ({ as }) => {
  const jo = await as("Jo Ellwood");
  const own = await ownCase(jo, { ...pair(), phone, sharedWith: [youthJustice] });
  await asOwner(`UPDATE "Person" SET "bornOn" = '1990-06-07' WHERE "familyName" = $1`, [own.alleged.familyName]);
  await asOwner(`DELETE FROM "EmergencySearch" WHERE "memberId" = (SELECT id FROM "Member" WHERE name = 'Amina Yusuf')`);
  const amina = await as("Amina Yusuf");
  const secrets = [own.victim.givenName, own.victim.familyName, "Farouqi", phone];
  const { all } = await everythingAbout(amina, own.caseId, ["Abdul", own.victim.givenName, own.victim.familyName, `${own.victim.givenName} ${own.victim.familyName}`]);
  expectNone(all, secrets);
  await amina.goto("/find");
  const field = amina.getByRole("textbox", { name: /^Name, address or case reference/ });
  await field.fill(own.victim.familyName);
  await amina.keyboard.press("Enter");
  await expect(amina.getByRole("heading", { name: "Nothing found that you may see" })).toBeVisible();
  await expectAccessible(amina);
  await field.fill(own.alleged.familyName);
  await amina.keyboard.press("Enter");
  await expect(amina.getByText(own.alleged.familyName).last()).toBeVisible();
  await expect(amina.getByText(own.reference).first()).toBeVisible();

  async function seeks(who: { givenName: string; familyName: string }, [day, month, year]: [string, string, string]) {
    await amina.goto("/find");
    await field.fill(own.victim.familyName);
    await amina.keyboard.press("Enter");
    await amina.getByRole("button", { name: "Look by name and date of birth" }).press("Enter");
    const dialog = amina.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "First name" }).fill(who.givenName);
    await dialog.getByRole("textbox", { name: "Last name" }).fill(who.familyName);
    for (const [name, words] of [["Day", day], ["Month", month], ["Year", year]] as const) await dialog.getByRole("textbox", { name }).fill(words);
    await dialog.getByRole("textbox", { name: /^What is happening/ }).fill("He rang and said goodbye, nobody answers");
    await dialog.getByRole("button", { name: "Look and tell governance" }).press("Enter");
    return dialog.getByRole("status");
  }
  await expect(await seeks(own.victim, ["2", "3", "1979"])).toContainText("No open case is found by exactly that name and date of birth.");
  await expectAccessible(amina);
  await expect(await seeks(own.alleged, ["7", "6", "1990"])).toContainText(`${own.reference} is led by`);

  // "Possible match" while a report is taken: for the other side's people, none.
  for (const words of [{ ...own.victim, kind: "individual", bornOn: "1979-03-02" }, { ...own.victim, kind: "individual" }]) {
    const answer = await amina.request.post("/api/reports/known-caller", { headers: { origin: process.env.APP_ORIGIN! }, data: words });
    if (answer.ok()) expectNone((await answer.text()).replaceAll(own.victim.givenName, "").replaceAll(own.victim.familyName, ""), [own.reference, own.caseId, phone]);
  }
});

test("a worker who is the victim's neighbour is kept from the case, and from then on it does not exist for them", async ({ as }) => {
  const jo = await as("Jo Ellwood");
  const own = await ownCase(jo, { ...pair(), phone, sharedWith: [youthJustice] });
  const amina = await as("Amina Yusuf");
  await openedBy(amina, own);
  await jo.goto(`/cases/${own.caseId}/sharing`);
  await jo.getByRole("button", { name: "Keep somebody from it" }).press("Enter");
  const dialog = jo.getByRole("dialog");
  await dialog.getByRole("combobox", { name: /^Who/ }).fill("Amina");
  await jo.getByRole("option", { name: /Amina Yusuf/ }).click();
  await dialog.getByRole("textbox", { name: /^What the conflict is/ }).fill("Lives next door to the victim");
  await expectAccessible(jo);
  await dialog.getByRole("button", { name: "Keep them from it" }).press("Enter");
  await expect(jo.getByText("Amina Yusuf is kept from this case").first()).toBeVisible();
  await amina.goto(`/cases/${own.caseId}`);
  await expect(amina.getByRole("heading", { level: 1 })).toHaveText("There is nothing here for you to see");
  const { all } = await everythingAbout(amina, own.caseId, [own.reference, own.alleged.familyName, own.placeLine]);
  expectNone(all.replaceAll(`/cases/${own.caseId}`, "").replaceAll(own.caseId, ""), [own.reference, own.alleged.familyName, own.victim.familyName]);
});

test("a victim who is alleged in another case: the worker of the one learns nothing of the other, and is not told who Victim A there is", async ({ as }) => {
  const jo = await as("Jo Ellwood");
  const first = await ownCase(jo, { ...pair(), phone, sharedWith: [youthJustice] });
  const [boy] = await asOwner<{ id: string }>(`SELECT id FROM "Person" WHERE "familyName" = $1`, [first.alleged.familyName]);
  const bully = { givenName: "Brandon", familyName: `Yaxley${letters()}` };
  const second = await ownCase(jo, { victim: first.alleged, victimId: boy!.id, alleged: bully, phone });
  const amina = await as("Amina Yusuf");
  await openedBy(amina, first);
  const before = await everythingAbout(amina, first.caseId, [bully.familyName, second.reference]);
  expect(before.tabs).toContain(first.alleged.familyName);
  expectNone(before.all.replaceAll(`"${second.reference}"`, ""), [bully.familyName, second.caseId]);
  await amina.goto(`/cases/${second.caseId}`);
  await expect(amina.getByRole("heading", { level: 1 })).toHaveText("There is nothing here for you to see");

  const [agency] = await asOwner<{ id: string }>(`SELECT id FROM "Agency" WHERE code = $1`, [youthJustice.code]);
  await send(jo, `/api/cases/${second.caseId}/share`, { agencies: [{ agencyId: agency!.id, level: "contribute", side: "perpetrator" }], purpose: "Work with the other boy", legalBasis: "cda_s17", endsOn: "" });
  await openedBy(amina, second);
  const { tabs, feed, log } = await everythingAbout(amina, second.caseId);
  const own = [tabs, feed, log].join("\n");
  expect(own).toContain(bully.familyName);
  expect(own).toContain("Victim A");
  expectNone(own, [first.alleged.familyName, boy!.id, first.reference, first.caseId, phone, second.placeLine, second.postcode]);
  // In the first he is who he was, with no word of what he is elsewhere.
  expectNone((await everythingAbout(amina, first.caseId)).tabs, [bully.familyName, second.caseId, second.reference]);
});
