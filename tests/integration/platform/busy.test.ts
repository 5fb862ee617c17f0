import { beforeAll, expect, it } from "vitest";
import { listNotices } from "@/lib/notices/queries";
import { inContext } from "@/lib/platform/db";
import { Busy } from "@/lib/platform/errors";
import { problem, statusOf } from "@/lib/platform/problem";
import { route } from "@/lib/platform/route";
import { NextRequest } from "next/server";
import { loadTestCounty } from "../../support/county";
import { sessionOf } from "../../support/sessions";

beforeAll(loadTestCounty);

it("answers 503 in words, with when to try again, while every connection is taken; and serves again afterwards", async () => {
  const session = await sessionOf("Priya Shah");
  const leave: (() => void)[] = [];
  const taken = Array.from({ length: 12 }, () => inContext({ session }, () => new Promise<void>((done) => void leave.push(done))));
  while (leave.length < 12) await new Promise((wait) => setTimeout(wait, 20));
  const ask = () => route(listNotices)(new NextRequest("http://localhost:3000/api/notices", { headers: { cookie: `hereward=${session}` } }), { params: Promise.resolve({}) });
  const answer = await ask();
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("5");
  expect(await answer.json()).toMatchObject({ error: "Busy", message: expect.stringContaining("Nothing was saved") });
  leave.forEach((done) => done());
  await Promise.all(taken);
  expect((await ask()).status).toBe(200);
}, 20_000);

it("is no bug: it is not told as one", () => {
  expect(statusOf(new Busy())).toBe(503);
  expect(problem(new Busy(), "x", "y").message).not.toContain("Something went wrong");
});
