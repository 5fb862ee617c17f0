import { readFileSync, writeFileSync } from "node:fs";
import type { Client } from "pg";
import { attemptLimits } from "../../lib/platform/sign-in/limits";
import { answerOf, codeNow, givePasskey, giveRoom, makeMembers, password, type Someone } from "./arrange";
import { Browser } from "./browser";

export type Figure = { name: string; value: number; target: string; unit: string; pass: boolean };
export type Trial = { owner: Client; origin: string; hashes: string; scale: { guesses: number; people: number; uses: number } };

const address = "127.0.0.1";
const count = (list: string[], what: string) => list.filter((one) => one === what).length;
const exactly = (name: string, value: number, wanted: number, unit: string): Figure => ({ name, value, target: `= ${wanted}`, unit, pass: value === wanted });
const clear = (owner: Client) => owner.query(`DELETE FROM "RateLimit"`);

/** Every figure, one after another, against the server. */
export async function everyFigure(trial: Trial): Promise<Figure[]> {
  const people = await makeMembers(trial.owner, trial.scale.people + 5);
  const [victim, coder, recoverer, keyed, other] = people.slice(-5) as [Someone, Someone, Someone, Someone, Someone];
  return [
    ...(await guesses(trial, victim)),
    ...(await spoofed(trial, other)),
    ...(await everybodyAtOnce(trial, people.slice(0, trial.scale.people))),
    ...(await sameCode(trial, coder)),
    ...(await sameRecoveryCode(trial, recoverer)),
    ...(await samePasskey(trial, keyed)),
    ...(await unknownAccounts(trial, other)),
  ];
}

async function guesses({ owner, origin, hashes, scale }: Trial, victim: Someone): Promise<Figure[]> {
  await clear(owner);
  const desk = await new Browser(origin).begin();
  await desk.signIn({ email: victim.email, password, code: codeNow(victim) });
  await clear(owner);
  const stranger = await new Browser(origin).begin();
  writeFileSync(hashes, "");
  const told = await Promise.all(Array.from({ length: scale.guesses }, (_none, n) => stranger.copyBegun().signIn({ email: victim.email, password: `guess ${n}`, code: "000000" })));
  const hashed = readFileSync(hashes, "utf8").length;
  const held = await stranger.copyBegun().signIn({ email: victim.email, password, code: codeNow(victim) });
  // Their own browser, while the guesses hold everybody else: a code of the next half minute is accepted a step early.
  await owner.query(`UPDATE "Credential" SET "totpLastStep" = 0 WHERE "userId" = $1`, [victim.userId]);
  const own = await desk.signIn({ email: victim.email, password, code: codeNow(victim) });
  return [
    exactly(`guesses evaluated of ${scale.guesses} at once`, hashed, attemptLimits.pair, "hashes"),
    exactly("guesses told that they were wrong", count(told, "wrong"), attemptLimits.pair, "answers"),
    exactly("guesses told to wait", count(told, "wait"), scale.guesses - attemptLimits.pair, "answers"),
    exactly("right answers of a stranger's browser that waited after the guesses", Number(held === "wait"), 1, "of 1"),
    exactly("right answers of the owner's browser let in after the guesses", Number(own === "in"), 1, "of 1"),
  ];
}

// Each says it comes from somewhere else; without a trusted proxy nobody is believed.
async function spoofed({ owner, origin, hashes, scale }: Trial, victim: Someone): Promise<Figure[]> {
  await clear(owner);
  const stranger = await new Browser(origin).begin();
  writeFileSync(hashes, "");
  await Promise.all(Array.from({ length: scale.guesses }, (_none, n) =>
    stranger.copyBegun().signIn({ email: victim.email, password: `guess ${n}`, code: "000000" }, { "x-forwarded-for": `198.51.100.${n % 250}`, "x-hereward-peer": `203.0.113.${n % 250}` })));
  return [exactly(`guesses evaluated of ${scale.guesses} with made-up addresses`, readFileSync(hashes, "utf8").length, attemptLimits.pair, "hashes")];
}

async function everybodyAtOnce({ owner, origin }: Trial, people: Someone[]): Promise<Figure[]> {
  await clear(owner);
  const browsers = await Promise.all(people.map(() => new Browser(origin).begin()));
  const begun = Date.now();
  const told = await Promise.all(people.map((one, n) => browsers[n]!.signIn({ email: one.email, password, code: codeNow(one) })));
  const seconds = (Date.now() - begun) / 1_000;
  const opens = await Promise.all(browsers.map((browser) => browser.fetch("/account").then(({ status }) => status === 200)));
  return [
    exactly(`valid sign-ins of ${people.length} at once that succeed`, count(told, "in"), people.length, "sign-ins"),
    exactly("of those, sessions that open a page", opens.filter(Boolean).length, people.length, "sessions"),
    { name: `${people.length} sign-ins at once`, value: Math.round(seconds * 10) / 10, target: "<= 20", unit: "s", pass: seconds <= 20 },
  ];
}

async function sameCode({ owner, origin, hashes, scale }: Trial, somebody: Someone): Promise<Figure[]> {
  await giveRoom(owner, somebody.email, address);
  const begun = await new Browser(origin).begin();
  writeFileSync(hashes, "");
  const code = codeNow(somebody);
  const told = await Promise.all(Array.from({ length: scale.uses }, () => begun.copyBegun().signIn({ email: somebody.email, password, code })));
  return [
    exactly(`one code used ${scale.uses} times at once: accepted`, count(told, "in"), 1, "times"),
    exactly("of those, evaluated", readFileSync(hashes, "utf8").length, scale.uses, "hashes"),
  ];
}

async function sameRecoveryCode({ owner, origin, scale }: Trial, somebody: Someone): Promise<Figure[]> {
  await giveRoom(owner, somebody.email, address);
  const desk = await new Browser(origin).begin();
  await desk.signIn({ email: somebody.email, password, code: codeNow(somebody) });
  const { body } = await desk.post("/api/account/recovery-codes", {});
  const codes = body.codes as string[];
  await giveRoom(owner, somebody.email, address);
  const begun = await new Browser(origin).begin();
  const told = await Promise.all(Array.from({ length: scale.uses }, () => begun.copyBegun().signIn({ email: somebody.email, password, code: codes[0]! })));
  return [exactly(`one recovery code used ${scale.uses} times at once: accepted`, count(told, "in"), 1, "times")];
}

async function samePasskey({ owner, origin, scale }: Trial, somebody: Someone): Promise<Figure[]> {
  const key = await givePasskey(owner, somebody);
  await giveRoom(owner, `passkey:${key.credentialId}`, address);
  const browser = new Browser(origin);
  const challenge = async (from = browser) => String((await from.post("/api/session/passkey/options", {})).body.challenge);
  const show = async (passkey: object, from = browser.copy()) => ((await from.post("/api/session/passkey", { passkey })).status === 200 ? "in" : "out");
  const answer = answerOf(key, { challenge: await challenge(), origin });
  const told = await Promise.all(Array.from({ length: scale.uses }, () => show(answer)));
  const bent = [
    await show(answerOf(key, { challenge: await challenge(), origin: "https://hereward.example" })),
    await show(answerOf(key, { challenge: await challenge(), origin, userVerified: false })),
    await show(answerOf(key, { challenge: "bm90IG91cnM", origin })),
    await show(answerOf(key, { challenge: await challenge(new Browser(origin)), origin })),
    await show({ ...answerOf({ ...key, ...(await anotherKey()) }, { challenge: await challenge(), origin }) }),
  ];
  return [
    exactly(`one passkey challenge answered ${scale.uses} times at once: accepted`, count(told, "in"), 1, "times"),
    exactly(`passkey answers accepted of ${bent.length}: another origin, nobody verified, no challenge of ours, another browser's, another key`, count(bent, "in"), 0, "answers"),
  ];
}

async function anotherKey() {
  const { generateKeyPairSync } = await import("node:crypto");
  return { privateKey: generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey };
}

const median = (list: number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;

async function unknownAccounts({ owner, origin }: Trial, known: Someone): Promise<Figure[]> {
  const begun = await new Browser(origin).begin();
  const times: Record<"known" | "unknown", number[]> = { known: [], unknown: [] };
  const words = new Set<string>();
  for (let n = 0; n < 60; n += 1) {
    if (n % 5 === 0) await clear(owner);
    const which = n % 2 ? "known" : "unknown";
    const from = performance.now();
    words.add(await begun.copyBegun().signIn({ email: which === "known" ? known.email : `nobody.${n}@fenland-dc.example`, password: "a guess", code: "000000" }));
    times[which].push(performance.now() - from);
  }
  const apart = Math.abs(median(times.known) - median(times.unknown));
  return [
    exactly("different answers to known and unknown accounts", words.size, 1, "answers"),
    { name: "median time between known and unknown accounts", value: Math.round(apart * 10) / 10, target: "<= 10", unit: "ms", pass: apart <= 10 },
  ];
}
