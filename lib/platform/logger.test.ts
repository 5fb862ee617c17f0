import { expect, it } from "vitest";
import { loggable } from "./logger";

it("keeps ids and figures, and drops every field that is not listed", () => {
  const fields = { requestId: "r1", status: 409, body: { name: "Mary" }, email: "mary@example.org" };
  expect(loggable(fields)).toEqual({ requestId: "r1", status: 409 });
});

it("drops a listed field that holds more than a word or a figure", () => {
  expect(loggable({ reason: { note: "private" } as unknown as string })).toEqual({});
});

it("says what kind of error and where, and not the values it happened to", () => {
  const cause = Object.assign(new Error("Key (email)=(mary@example.org) already exists"), { code: "23505" });
  const line = JSON.stringify(loggable({ error: new Error("could not save mary@example.org\nsecond line", { cause }) }));
  expect(line).toContain("23505");
  expect(line).toContain("logger.test.ts");
  expect(line).not.toMatch(/mary|second line/);
});
