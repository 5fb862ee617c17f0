import { describe, expect, it } from "vitest";
import { attemptKeys, newKey } from "./attempt-keys";
import { notReached, problemFrom } from "./problem";

function counter() {
  let count = 0;
  return () => `key-${++count}`;
}

describe("attemptKeys", () => {
  it("uses the same key again while nobody knows whether it arrived", () => {
    const keys = attemptKeys(counter());
    expect(keys.keyFor({ text: "a" })).toBe("key-1");
    keys.answered(notReached);
    expect(keys.keyFor({ text: "a" })).toBe("key-1");
  });

  it("starts anew once there is a clear answer", () => {
    const keys = attemptKeys(counter());
    keys.keyFor({ text: "a" });
    keys.answered(null);
    expect(keys.keyFor({ text: "a" })).toBe("key-2");
    keys.answered({ error: "Refused", message: "An action is still open" });
    expect(keys.keyFor({ text: "a" })).toBe("key-3");
  });

  it("never sends a changed body under the key of the old one", () => {
    const keys = attemptKeys(counter());
    keys.keyFor({ text: "a" });
    keys.answered(notReached);
    expect(keys.keyFor({ text: "b" })).toBe("key-2");
  });
});

describe("newKey", () => {
  it("is a version 4 UUID", () => {
    expect(newKey()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe("problemFrom", () => {
  it("passes on what the API says", () => {
    const refusal = { error: "Refused", message: "An action is still open", reason: "open-actions" };
    expect(problemFrom(refusal)).toEqual(refusal);
  });

  it("makes one plain sentence of anything else", () => {
    for (const body of [null, "<html>", {}, { error: "Teapot", message: "no" }, { error: "Refused" }]) {
      expect(problemFrom(body).error).toBe("Unexpected");
    }
  });
});
