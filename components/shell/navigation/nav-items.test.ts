import { describe, expect, it } from "vitest";
import { currentKey, goLetters, phoneItems } from "./nav-items";

const items = [
  { key: "new-report", label: "New report", href: "/reports/new" },
  { key: "my-day", label: "My day", href: "/my-day" },
  { key: "reports", label: "Reports", href: "/reports" },
  { key: "cases", label: "Cases", href: "/cases" },
  { key: "actions", label: "Actions", href: "/actions" },
];

describe("currentKey", () => {
  it("lights up the section a page stands in", () => {
    expect(currentKey(items, "/cases/0198/people")).toBe("cases");
    expect(currentKey(items, "/reports")).toBe("reports");
  });

  it("prefers the more exact address", () => {
    expect(currentKey(items, "/reports/new")).toBe("new-report");
  });

  it("is not fooled by an address that only begins alike", () => {
    expect(currentKey(items, "/cases-archive")).toBeUndefined();
    expect(currentKey(items, "/")).toBeUndefined();
  });
});

describe("phoneItems", () => {
  it("keeps every item reachable exactly once", () => {
    const { bar, more } = phoneItems(items);
    expect(bar.map((item) => item.key)).toEqual(["my-day", "reports", "new-report", "actions"]);
    expect([...bar, ...more].map((item) => item.key).sort()).toEqual(items.map((item) => item.key).sort());
  });
});

describe("goLetters", () => {
  it("sends no two letters to one place", () => {
    const places = Object.values(goLetters);
    expect(new Set(places).size).toBe(places.length);
  });
});
