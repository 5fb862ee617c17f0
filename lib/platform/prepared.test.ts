import { describe, expect, it } from "vitest";
import { statementNames } from "./prepared";

describe("statementNames", () => {
  it("names a statement from its second time on, always the same", () => {
    const nameOf = statementNames();
    expect([1, 2, 3].map(() => nameOf({ sql: "SELECT 1" }))).toEqual(["", "s0", "s0"]);
  });

  it("gives no two statements one name", () => {
    const nameOf = statementNames();
    for (const sql of ["a", "b", "a", "b"]) nameOf({ sql });
    expect(nameOf({ sql: "a" })).not.toBe(nameOf({ sql: "b" }));
  });

  it("names no more than it may keep, and keeps those it has", () => {
    const nameOf = statementNames(2);
    for (let round = 0; round < 2; round += 1) for (const sql of ["a", "b", "c"]) nameOf({ sql });
    expect(["a", "b", "c"].map((sql) => nameOf({ sql }))).toEqual(["s0", "s1", ""]);
  });

  it("forgets what came only once", () => {
    const nameOf = statementNames(1);
    for (const sql of ["a", "b", "c", "d", "e", "f"]) nameOf({ sql });
    expect(nameOf({ sql: "a" })).toBe("");
  });
});
