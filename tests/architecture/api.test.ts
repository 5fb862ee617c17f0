import { readdirSync } from "node:fs";
import path from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import { routes } from "../../app/api/routes";
import { describeApi, operationsOf } from "../../lib/platform/openapi";

const apiFolder = path.join(process.cwd(), "app", "api");

/** Routes that are not made by route(): sign-in, streams, health, and the description itself. Nothing else belongs here. */
const exceptions = [
  "/api/account/authenticator",
  "/api/account/authenticator/options",
  "/api/account/passkeys",
  "/api/account/passkeys/options",
  "/api/account/password",
  "/api/account/recovery-codes",
  "/api/auth/[...nextauth]",
  "/api/cases/[caseId]/stream",
  "/api/demo/code",
  "/api/health/live",
  "/api/health/ready",
  "/api/join/finish",
  "/api/join/open",
  "/api/openapi.json",
  "/api/session/lock",
  "/api/session/passkey",
  "/api/session/passkey/options",
  "/api/session/sign-out",
  "/api/session/step-up",
  "/api/session/step-up/options",
  "/api/session/unlock",
  "/api/session/unlock/options",
];

const onDisk = readdirSync(apiFolder, { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "route.ts")
  .map((file) => `/api/${path.dirname(file).split(path.sep).join("/")}`)
  .sort();

describe("the API", () => {
  test("every route file is in the catalogue or a named exception, and none is in both", () => {
    expect([...Object.keys(routes), ...exceptions].sort()).toEqual(onDisk);
  });

  test("every handler in the catalogue was made by route()", () => {
    for (const [address, module] of Object.entries(routes)) {
      const exported = Object.keys(module).filter((name) => /^[A-Z]+$/.test(name));
      expect(operationsOf(module).map(({ method }) => method).sort(), address).toEqual(exported.sort());
      expect(exported.length, address).toBeGreaterThan(0);
    }
  });

  test("a GET never serves a command, and only a query may be sent by POST without effect", () => {
    for (const [address, module] of Object.entries(routes)) {
      for (const { method, operation } of operationsOf(module)) {
        if (method === "GET") expect(operation.kind, `${method} ${address}`).toBe("query");
        if (["PUT", "PATCH", "DELETE"].includes(method)) expect(operation.kind, `${method} ${address}`).toBe("command");
      }
    }
  });

  test("its description is valid OpenAPI 3.1 and covers every route", async () => {
    const document = describeApi(routes, "https://hereward.example") as { paths: Record<string, Record<string, unknown>> };
    const result = await new Validator().validate(structuredClone(document));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    const described = Object.entries(document.paths).flatMap(([at, operations]) => Object.keys(operations).map((method) => `${method} ${at}`));
    const served = Object.entries(routes).flatMap(([at, module]) => operationsOf(module).map(({ method }) => `${method.toLowerCase()} ${at.replace(/\[(\w+)\]/g, "{$1}")}`));
    expect(described.sort()).toEqual(served.sort());
  });
});
