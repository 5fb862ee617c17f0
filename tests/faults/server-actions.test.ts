import { NextRequest } from "next/server";
import { describe, expect, test } from "vitest";
import { routes } from "../../app/api/routes";
import { config, proxy } from "../../proxy";

const addresses = [...Object.keys(routes).map((address) => address.replace(/\[\w+\]/g, "x")), "/", "/sign-in", "/my-day", "/cases/x", "/cases/x/risk/new"];
const [matcher = ""] = config.matcher;

describe("a server action", () => {
  test.each(["POST", "GET"])("sent by %s is answered as if nothing were there, whatever else the request says", (method) => {
    for (const address of addresses) {
      const answer = proxy(new NextRequest(`http://localhost:3000${address}`, { method, headers: { "next-action": "0".repeat(42), origin: "http://localhost:3000" } }));
      expect(answer.status, address).toBe(404);
    }
  });

  test("is all that the door turns away: everything else goes on, with its headers", () => {
    for (const address of addresses) {
      const answer = proxy(new NextRequest(`http://localhost:3000${address}`, { method: "POST" }));
      expect(answer.status, address).toBe(200);
      expect(answer.headers.get("x-middleware-next"), address).toBe("1");
      expect(answer.headers.get("content-security-policy"), address).toContain("default-src 'none'");
    }
  });

  test("has no way round the door: it stands before every page and route", () => {
    expect(addresses.filter((address) => !new RegExp(`^${matcher}$`).test(address))).toEqual([]);
  });
});
