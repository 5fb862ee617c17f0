import { expect, test } from "vitest";
import { everyDoor } from "./doors";

const doors = await everyDoor();

test("every door is named area.verb: the permission key, the audit's verb and the log's field", () => {
  expect(doors.length).toBeGreaterThan(55);
  expect(doors.map(({ name }) => name).filter((name) => !/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(name))).toEqual([]);
});

test("every door says what it does in one plain sentence", () => {
  expect(doors.filter(({ summary }) => !/^[A-Z].*[^.]\.$/.test(summary)).map(({ name, summary }) => `${name}: ${summary}`)).toEqual([]);
});
