import type { Page } from "@playwright/test";
import templates from "../../prisma/seed/data/risk-templates.json" with { type: "json" };
import { asOwner, expect, expectAccessible, tabTo, test } from "../support/journeys";

/** The answer of fewest points to every question that counts. */
const quiet = Object.fromEntries(templates.templates[0]!.questions.filter((question) => !("scored" in question)).map(({ key, type, options }) => {
  const [code] = (options as [string, string, number][]).reduce((least, option) => (option[2] < least[2] ? option : least));
  return [key, type === "many" ? [code] : code];
}));

type Begun = { id: string; reference: string; placeId: string; involvementId: string; lastAssessmentId: string };

/** Sends what one of Hereward's own forms would, as whoever is signed in. */
async function sends<Answer>(page: Page, path: string, body: object): Promise<Answer> {
  const { status, text } = await page.evaluate(async (asked) => {
    const response = await fetch(asked.path, { method: "POST", headers: { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() }, body: JSON.stringify(asked.body) });
    return { status: response.status, text: await response.text() };
  }, { path, body });
  expect(status, text).toBe(200);
  return JSON.parse(text) as Answer;
}

/** A green case of Fen Homes with one victim and an agreement in force with the man next door. */
async function calmCase(page: Page): Promise<Begun> {
  const [place] = await asOwner<{ id: string }>(`SELECT p.id FROM "Place" p JOIN "Area" a ON a.id = p."areaId" WHERE a.code = 'ECA' AND p.kind = 'address' ORDER BY p.uprn DESC LIMIT 1`);
  const taken = await sends<{ asbCase: { caseId: string; reference: string } }>(page, "/api/reports", {
    placeId: place!.id, safeNow: "safe", channel: "phone_landlord", whatHappened: "He stands at the gate when she comes home and says nothing.", nsirHeading: "nuisance_neighbours", nsirQualifier: "personal",
    happenedFrom: "2020-01-01T00:00:00Z", howOften: "Now and again", caller: { who: "affected", index: 0 }, affected: [{ person: { kind: "individual", givenName: "Winifred", familyName: "Larkin", bornOn: "1951-03-02" }, livesHere: true }],
    responsible: [{ person: { kind: "individual", givenName: "Norman", familyName: "Pask" } }], screeningAnswers: { H1: "first", H3: "no", V2: "no", V3: "no", I1: "little" },
    safeContact: { method: "phone", number: "07700 900 142" }, outcome: { kind: "new_case" }, assessment: { affectedIndex: 0, source: "phone", answers: quiet },
  });
  const id = taken.asbCase.caseId;
  const [row] = await asOwner<{ involvementId: string; personId: string; lastAssessmentId: string }>(
    `SELECT v.id AS "involvementId", o."personId", s.id AS "lastAssessmentId" FROM "Involvement" v JOIN "Involvement" o ON o."caseId" = v."caseId" AND o.role = 'alleged_perpetrator' JOIN "Assessment" s ON s."caseId" = v."caseId" WHERE v."caseId" = $1 AND v.role = 'victim'`, [id]);
  await sends(page, `/api/cases/${id}/interventions`, { typeCode: "good_neighbour_agreement", personId: row!.personId, startsOn: "2026-01-05", status: "in_force" });
  return { id, reference: taken.asbCase.reference, placeId: place!.id, involvementId: row!.involvementId, lastAssessmentId: row!.lastAssessmentId };
}

const assessForClosing = (page: Page, { id, involvementId, lastAssessmentId }: Begun) => sends(page, `/api/cases/${id}/assessments`, {
  templateKey: "VRA", purpose: "closure", source: "phone", answers: quiet, factors: [], confirmedTriggers: [], involvementId, lastAssessmentId,
});

async function proposes(page: Page, reference: string): Promise<void> {
  await page.getByLabel("How it ended").selectOption({ label: "Behaviour reduced" });
  await page.getByLabel("Why it can close").fill("Nothing since the summer; she was told how to come back to us.");
  await page.getByRole("button", { name: "Propose closing" }).press("Enter");
  await expect(page.getByText("Closing is proposed").first()).toBeVisible();
  await expect(page.getByText("Closure proposed").first(), reference).toBeVisible();
}

test("a case is not closed before it is ready; a manager declines, then approves; its order lives on; it opens again", async ({ as }) => {
  const priya = await as("Priya Shah");
  await priya.goto("/my-day");
  const asbCase = await calmCase(priya);
  const { id, reference } = asbCase;
  await priya.goto(`/cases/${id}`);
  await tabTo(priya, "link", "Close");
  await priya.keyboard.press("Enter");
  await expect(priya.getByRole("heading", { name: "Before it closes" })).toBeVisible();
  await expect(priya.getByText("A closing assessment is missing, made after the last report.")).toBeVisible();
  await expect(priya.getByText("Not yet.")).toBeVisible();
  await expect(priya.getByRole("button", { name: "Close the case" })).toHaveCount(0);
  await expectAccessible(priya);

  await tabTo(priya, "button", /Record their view/);
  await priya.keyboard.press("Enter");
  const dialog = priya.getByRole("dialog");
  await expectAccessible(priya);
  await dialog.getByRole("radio", { name: "Could not be reached" }).check();
  await expect(dialog.getByText(/This takes three tries without an answer/)).toBeVisible();
  await dialog.getByRole("button", { name: "Record it" }).click();
  await expect(dialog.getByText(/Log three tries without an answer first/).first()).toBeVisible();
  await dialog.getByRole("radio", { name: "Does not want it closed" }).check();
  await dialog.getByRole("button", { name: "Record it" }).click();
  await expect(dialog.getByText(/Write why they do not want it closed/).first()).toBeVisible();
  await dialog.getByLabel("In their own words").fill("He only stopped because you were looking.");
  await dialog.getByRole("button", { name: "Record it" }).click();
  await expect(priya.getByText("“He only stopped because you were looking.”")).toBeVisible();

  await assessForClosing(priya, asbCase);
  await priya.reload();
  await expect(priya.getByRole("heading", { name: "Ask a manager to close it" })).toBeVisible();
  await expect(priya.getByText(/because a victim does not want it closed/)).toBeVisible();
  await proposes(priya, reference);

  const tom = await as("Tom Barrett");
  await tom.goto("/notices");
  await tom.getByRole("listitem").filter({ hasText: `Closing ${reference} waits for your decision` }).getByRole("link").first().press("Enter");
  await expect(tom).toHaveURL(new RegExp(`/cases/${id}/closing`));
  await tabTo(tom, "button", "Decline");
  await tom.keyboard.press("Enter");
  await tom.getByRole("dialog").getByLabel("Why").fill("See her once more, and ask what would make her feel safe.");
  await tom.getByRole("dialog").getByRole("button", { name: "Decline" }).press("Enter");
  await expect(tom.getByText(/declined to close it/)).toBeVisible();

  await priya.goto(`/cases/${id}/closing`);
  await expect(priya.getByText("See her once more, and ask what would make her feel safe.")).toBeVisible();
  await proposes(priya, reference);
  await expect(priya.getByRole("button", { name: "Approve" })).toHaveCount(0);
  await tom.goto(`/cases/${id}/closing`);
  await expectAccessible(tom);
  await tom.getByRole("button", { name: "Approve" }).press("Enter");
  await tom.getByRole("dialog").getByLabel("Why").fill("Seen again; she has a number to ring, and the order holds.");
  await tom.getByRole("dialog").getByRole("button", { name: "Approve and close" }).press("Enter");
  await expect(tom.getByRole("heading", { name: /^Closed / })).toBeVisible();

  await priya.goto(`/cases/${id}/closing`);
  await expect(priya.getByRole("region", { name: "Orders" })).toContainText("Good neighbour agreement");
  await priya.goto(`/places/${asbCase.placeId}`);
  await expect(priya.getByText("Good neighbour agreement").first()).toBeVisible();

  await priya.goto(`/cases/${id}/closing`);
  await tabTo(priya, "button", "Open it again");
  await priya.keyboard.press("Enter");
  await priya.getByRole("dialog").getByLabel("Why").fill("He was back at her gate last night.");
  await priya.getByRole("dialog").getByRole("button", { name: "Open it again" }).press("Enter");
  await expect(priya.getByText(`${reference} is open again`).first()).toBeVisible();
  await priya.goto(`/cases/${id}`);
  await expect(priya.getByText("Opened again: He was back at her gate last night.")).toBeVisible();
});
