import type { Page } from "@playwright/test";
import { asOwner, expect, expectAccessible, tabTo, test } from "../support/journeys";
import { letters, ownCase, send, wholeAnswers } from "../support/own-case";
import { everythingAbout } from "../support/received";

const schoolWords = "He is followed home, filmed and hit, and the films go round the school.";

/** A day on which somebody was born who is fifteen now. */
const fifteen = async () => (await asOwner<{ day: string }>(`SELECT to_char(london_today() - interval '15 years 100 days', 'YYYY-MM-DD') AS day`))[0]!.day;
const personNamed = async (familyName: string) => (await asOwner<{ id: string }>(`SELECT id FROM "Person" WHERE "familyName" = $1`, [familyName]))[0]!.id;
const coloursOf = (caseIds: string[]) => asOwner<{ rag: string }>(`SELECT rag FROM "Case" WHERE id = ANY ($1) ORDER BY array_position($1, id)`, [caseIds]);
const agencyId = async (code: string) => (await asOwner<{ id: string }>(`SELECT id FROM "Agency" WHERE code = $1`, [code]))[0]!.id;

/** What a search says of somebody: their line, with the roles they are seen in. */
async function found(page: Page, name: string): Promise<string> {
  await page.goto("/find");
  await tabTo(page, "textbox", "Name, address or case reference");
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  const line = page.getByRole("main").getByRole("listitem").filter({ hasText: name }).first();
  await expect(line).toBeVisible();
  return line.innerText();
}

test("a boy said to be responsible in one case is the one who is hurt in another: each has its own colour, who works with him learns of the other only when it is given, and enforcement waits for a question", async ({ as }) => {
  test.slow();
  const mark = letters();
  const bornOn = await fifteen();
  const jo = await as("Jo Ellwood");
  const first = await ownCase(jo, {
    victim: { givenName: "Brenda", familyName: `Sallow${mark}` }, alleged: { givenName: "Tyrell", familyName: `Nunney${mark}` }, heading: "rowdy_behaviour",
    whatHappened: "Boys sit on her wall until ten and shout at whoever comes out.", answers: { H1: "first", H4: "no", V1: ["nobody"], I1: "little" },
    sharedWith: [{ code: "fen-homes" }, { code: "county-youth-justice", side: "perpetrator" }],
  });
  await asOwner(`UPDATE "Person" SET "bornOn" = $2 WHERE "familyName" = $1`, [first.alleged.familyName, bornOn]);
  await send(jo, `/api/cases/${first.caseId}/people`, { role: "household_member", side: "victim", person: { kind: "individual", givenName: "Kieran", familyName: `Sallowson${mark}` } });
  const tyrell = await personNamed(first.alleged.familyName);

  // Her son is said to be responsible for what is done to him: another case, another officer.
  const priya = await as("Priya Shah");
  const second = (await send<{ asbCase: { caseId: string; reference: string } }>(priya, "/api/reports", {
    safeNow: "safe", placeId: first.placeId, confirmedNew: true, channel: "phone_council", whatHappened: schoolWords, nsirHeading: "nuisance_communications", nsirQualifier: "personal", happenedFrom: "2020-01-01T00:00:00Z",
    caller: { who: "someone_else", person: { kind: "individual", givenName: "Donna", familyName: `Nunney${mark}m` }, relation: "His mother", role: "complainant" },
    affected: [{ personId: tyrell, livesHere: false }], responsible: [{ personId: await personNamed(`Sallowson${mark}`) }],
    screeningAnswers: {}, outcome: { kind: "new_case" }, leads: "own",
    assessment: { affectedIndex: 0, source: "third_party", factors: [], confirmedTriggers: [], answers: wholeAnswers({ H1: "most_days", H2: "yes", H3: "yes", H4: "known", H5: "current", V1: ["me"], V3: "yes", S1: "alone", I1: "extreme", I2: "both", I3: "household", I4: "routine" }) },
  })).asbCase;
  expect(await coloursOf([first.caseId, second.caseId])).toEqual([{ rag: "green" }, { rag: "red" }]);
  await jo.goto(`/cases/${first.caseId}`);
  await expect(jo.getByText(/^Green/).first()).toBeVisible();
  await expect(jo.getByText(/is under 18\. Speak with children’s services and youth justice/).first()).toBeVisible();

  // The youth worker opens him: one side of one case, and no word of the other.
  const amina = await as("Amina Yusuf");
  const name = `Tyrell Nunney${mark}`;
  const line = await found(amina, name);
  expect(line).toContain(`in ${first.reference}`);
  expect(line).not.toContain(second.reference);
  const seen = await everythingAbout(amina, first.caseId, [name]);
  for (const words of [second.reference, second.caseId, schoolWords, `Sallow${mark}`, `Sallowson${mark}`, "Donna"]) expect(seen.all.includes(words), words).toBe(false);
  await amina.goto(`/cases/${first.caseId}/people`);
  await expect(amina.getByText(name).first()).toBeVisible();
  await expect(amina.getByText("Victim A").first()).toBeVisible();
  await expect(amina.getByText(/is under 18\. Speak with children’s services and youth justice/).first()).toBeVisible();
  await expectAccessible(amina);
  await amina.goto(`/cases/${second.caseId}`);
  await expect(amina.getByRole("heading", { level: 1 })).toHaveText("There is nothing here for you to see");

  // A step of enforcement waits for a question, whoever it is about; the answer stays with whoever gave it.
  await jo.goto(`/cases/${first.caseId}/interventions`);
  const form = jo.locator("#new-intervention");
  await form.getByRole("combobox", { name: "What" }).selectOption({ label: "Acceptable behaviour contract" });
  await form.getByRole("combobox", { name: "On whom" }).selectOption({ label: name });
  await expect(form.getByText("Speak with children’s services and youth justice before this step")).toBeVisible();
  await tabTo(jo, "button", "Today");
  await jo.keyboard.press("Enter");
  await tabTo(jo, "textbox", /^Terms/);
  await jo.keyboard.type("Home by half past eight on school nights.");
  await jo.keyboard.press("Control+Enter");
  await expect(form.getByText("Say whether they may be a victim elsewhere").first()).toBeVisible();
  await expect(form.getByRole("textbox", { name: /^Terms/ })).toHaveValue("Home by half past eight on school nights.");
  await expectAccessible(jo);
  await form.getByRole("radio", { name: "Yes, and it has been considered" }).focus();
  await jo.keyboard.press("Space");
  await tabTo(jo, "textbox", "How it was considered");
  await jo.keyboard.type(`Hurt at school, number ${mark}: the contract is about evenings alone.`);
  await jo.keyboard.press("Control+Enter");
  await expect(jo.getByText("Acceptable behaviour contract recorded")).toBeVisible();
  for (const page of [jo, priya, amina]) {
    const log = await (await page.request.get(`/api/cases/${first.caseId}/log`)).text();
    expect(log).toContain("Whether they are a victim elsewhere was considered first.");
    expect(log.includes(`number ${mark}`)).toBe(page === jo);
  }

  // Given as the one who is hurt, by the officer of that case: then there is a sign of it, and still no name of the other side.
  await send(priya, `/api/cases/${second.caseId}/share`, { agencies: [{ agencyId: await agencyId("county-youth-justice"), level: "summary", side: "victim" }], purpose: "His worker is to know", legalBasis: "cda_s115", endsOn: "" });
  expect(await found(amina, name)).toContain(`victim in ${second.reference}`);
  await amina.goto(`/cases/${second.caseId}`);
  await expect(amina.getByText(name).first()).toBeVisible();
  const given = await everythingAbout(amina, second.caseId, [name]);
  for (const words of [`Sallow${mark}`, `Sallowson${mark}`, "Kieran"]) expect(given.all.includes(words), words).toBe(false);
});
