import type { Page } from "@playwright/test";
import { asOwner, caseThat, expect, expectAccessible, tabTo, test } from "../support/journeys";

/** A live case of Priya Shah, led by Fen Homes, that the police of the district have no part in. */
async function caseWithoutPolice(): Promise<{ id: string; reference: string; placeLine: string }> {
  const reach = `SELECT FROM "Grant" g JOIN "Agency" y ON y.id = g."agencyId" WHERE g."caseId" = c.id AND g."revokedAt" IS NULL`;
  const [found] = await asOwner<{ id: string; reference: string; placeLine: string }>(
    `SELECT c.id, c.reference, p.line AS "placeLine" FROM "Case" c JOIN "Area" a ON a.id = c."areaId" JOIN "Place" p ON p.id = c."placeId"
     WHERE a.code = 'FEN' AND c.status <> 'closed' AND NOT c."isRestricted" AND c."namedOfficerId" IN (SELECT id FROM "Member" WHERE name = 'Priya Shah')
       AND EXISTS (${reach} AND g.level = 'lead' AND y.code = 'fen-homes') AND NOT EXISTS (${reach} AND y.code = 'police-fenland')
     ORDER BY c."openedAt" LIMIT 1`,
  );
  if (!found) throw new Error("Every case of Fen Homes is shared with the police");
  return found;
}

/** What a page offers to press, other than its frame. */
const offered = (page: Page) => page.getByRole("main").getByRole("button").allInnerTexts();

/** Sends a note as the page itself would, whatever it offers. */
const writes = (page: Page, caseId: string) => page.evaluate(async (path) => {
  const headers = { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() };
  const response = await fetch(path, { method: "POST", headers, body: JSON.stringify({ kind: "note", body: "Written all the same" }) });
  return { status: response.status, ...((await response.json()) as { reason?: string }) };
}, `/api/cases/${caseId}/entries`);

async function nothingHere(page: Page, caseId: string): Promise<void> {
  await page.goto(`/cases/${caseId}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here for you to see");
}

test("a constable opens a case that is not theirs in an emergency, reads it and cannot write; the lead is told at once, and governance reviews it", async ({ as }) => {
  const { id, reference, placeLine } = await caseWithoutPolice();
  const reason = `Shouting for help behind the door, crew on the way, number ${Date.now()}`;
  const dan = await as("Dan Okafor");
  await nothingHere(dan, id);

  await dan.goto("/find");
  await tabTo(dan, "textbox", "Name, address or case reference");
  await dan.keyboard.type(placeLine);
  await dan.keyboard.press("Enter");
  await expect(dan.getByText(new RegExp(`${reference} is led by Fen Homes: ring`))).toBeVisible();
  await expectAccessible(dan);
  await tabTo(dan, "button", `Open in an emergency: ${reference}`);
  await dan.keyboard.press("Enter");
  const dialog = dan.getByRole("dialog");
  await expect(dialog).toContainText("Fen Homes and information governance are told at once");
  await expectAccessible(dan);
  await tabTo(dan, "textbox", /What is happening/);
  await dan.keyboard.press("Control+Enter");
  await expect(dialog.getByText(/Say what is happening and why you need this case now/).first()).toBeVisible();
  await tabTo(dan, "textbox", /What is happening/);
  await dan.keyboard.type(reason);
  await dan.keyboard.press("Control+Enter");

  await expect(dan).toHaveURL(new RegExp(`/cases/${id}`));
  await expect(dan.getByText(/You are reading this in an emergency, until/)).toBeVisible();
  await expect(dan.getByText(new RegExp(`to read only: ${reason}`)).first()).toBeVisible();
  await expectAccessible(dan);
  for (const tab of ["", "/people", "/risk", "/plan", "/interventions", "/referrals", "/sharing", "/history"]) {
    await dan.goto(`/cases/${id}${tab}`);
    await expect(dan.getByText(/You are reading this in an emergency, until/), tab).toBeVisible();
    expect(await offered(dan), tab).toEqual(["End now", "Print"]);
  }
  expect(await writes(dan, id)).toMatchObject({ status: 403, reason: "read-only" });

  const priya = await as("Priya Shah");
  await priya.goto("/notices");
  const notice = priya.getByRole("listitem").filter({ hasText: reason });
  await expect(notice).toContainText(`Police Fenland opened ${reference} in an emergency`);
  await expect(notice).toContainText("Urgent");
  await notice.getByRole("link").press("Enter");
  await expect(priya).toHaveURL(new RegExp(`/cases/${id}`));
  await expect(priya.getByText(new RegExp(`to read only: ${reason}`)).first()).toBeVisible();
  await expect(priya.getByText("Written all the same")).toHaveCount(0);

  await dan.goto(`/cases/${id}`);
  await tabTo(dan, "button", "End now");
  await dan.keyboard.press("Enter");
  await expect(dan.getByText(`You have stopped reading ${reference}`)).toBeVisible();
  await nothingHere(dan, id);

  const owen = await as("Owen Price");
  await owen.goto("/governance/break-glass");
  await expectAccessible(owen);
  const line = owen.getByRole("listitem").filter({ hasText: reason });
  await expect(line).toContainText("To be reviewed");
  await line.getByRole("button", { name: /^Review/ }).press("Enter");
  await expectAccessible(owen);
  await owen.getByRole("radio", { name: /^Justified/ }).press("Space");
  await owen.getByRole("textbox", { name: "How you came to that" }).fill("The incident log has the call at that minute.");
  await owen.keyboard.press("Control+Enter");
  await expect(line).toContainText("Justified, today");
  await expect(line.getByRole("button")).toHaveCount(0);
});

test("a practitioner with a conflict of interest says so, and from then on the case does not exist for them; only the lead reads why", async ({ as }) => {
  const { id, reference } = await caseThat({ area: "FEN", lead: "fenland-dc", sharedWith: ["county-adults"] });
  const reason = `My sister is the caller, number ${Date.now()}`;
  const marek = await as("Marek Nowak");
  await marek.goto(`/cases/${id}/sharing`);
  await expectAccessible(marek);
  await tabTo(marek, "button", "I have a conflict of interest");
  await marek.keyboard.press("Enter");
  await expect(marek.getByRole("dialog")).toContainText("From now on this case does not exist for you");
  await expectAccessible(marek);
  await tabTo(marek, "textbox", "What the conflict is");
  await marek.keyboard.press("Control+Enter");
  await expect(marek.getByRole("dialog").getByText("Say what the conflict is").first()).toBeVisible();
  await tabTo(marek, "textbox", "What the conflict is");
  await marek.keyboard.type(reason);
  await marek.keyboard.press("Control+Enter");
  await expect(marek).toHaveURL(/\/my-day/);
  await expect(marek.getByText(`${reference} is kept from you now`)).toBeVisible();
  await expect(marek.getByRole("main").getByText(reference)).toHaveCount(0);

  await nothingHere(marek, id);
  await marek.goto("/find");
  await tabTo(marek, "textbox", "Name, address or case reference");
  await marek.keyboard.type(reference);
  await marek.keyboard.press("Enter");
  await expect(marek.getByRole("heading", { name: "Nothing found that you may see" })).toBeVisible();
  await tabTo(marek, "button", `Open in an emergency: ${reference}`);
  await marek.keyboard.press("Enter");
  await marek.getByRole("textbox", { name: /What is happening/ }).fill("Somebody is at her door with a hammer");
  await marek.keyboard.press("Control+Enter");
  await expect(marek.getByText("There is no case with this reference that you can open.")).toBeVisible();
  await expectAccessible(marek);

  const jo = await as("Jo Ellwood");
  await jo.goto(`/cases/${id}/sharing`);
  await expectAccessible(jo);
  await expect(jo.getByRole("list", { name: "Who is kept from this case" }).getByRole("listitem").filter({ hasText: "Marek Nowak" })).toContainText(reason);
  await jo.goto(`/cases/${id}`);
  await expect(jo.getByText("Marek Nowak is kept from this case for a conflict of interest.").first()).toBeVisible();
  await expect(jo.getByText(reason)).toHaveCount(0);
});
