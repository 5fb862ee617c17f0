import { randomUUID } from "node:crypto";
import { asOwner, caseThat, expect, expectAccessible, test } from "../support/journeys";

test("a case that is hidden and one that never was give the same calm page, on every tab, and so do a report and an address that is none", async ({ as }) => {
  const asbCase = await caseThat({ area: "FEN", lead: "fenland-dc", rag: "red" });
  const [report] = await asOwner<{ id: string }>(`SELECT r.id FROM "Report" r JOIN "Area" a ON a.id = r."areaId" WHERE a.code = 'FEN' LIMIT 1`);
  const leila = await as("Leila Haddad");
  async function shown(address: string) {
    const answered = await leila.goto(address);
    await expect(leila.getByRole("heading", { level: 1 })).toHaveText("There is nothing here for you to see");
    return { status: answered?.status(), title: await leila.title(), words: await leila.locator("body").innerText() };
  }
  const calm = await shown("/nowhere-at-all");
  expect(calm.status).toBe(404);
  expect(calm.words).not.toContain("404");
  await expectAccessible(leila);
  for (const tab of ["", "/risk", "/risk/new", "/people", "/plan", "/sharing", "/history"]) {
    const hidden = await shown(`/cases/${asbCase.id}${tab}`);
    expect(hidden.status).toBe(404);
    expect(hidden, `hidden and invented${tab}`).toEqual(await shown(`/cases/${randomUUID()}${tab}`));
  }
  expect(await shown(`/reports/${report!.id}`)).toEqual(await shown(`/reports/${randomUUID()}`));
  await shown("/cases/not-an-id");
  await leila.getByRole("link", { name: "Go to My day" }).press("Enter");
  await expect(leila).toHaveURL(/\/my-day$/);
});
