import { randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { tokenHash } from "../db";
import { env } from "../env";

const days = 90;

function cookieName(): string {
  return env().APP_ORIGIN.startsWith("https:") ? "__Host-hereward-device" : "hereward-device";
}

/** What the database keeps of this browser's own mark; the browser is given one where it has none. It opens nothing. */
export async function deviceHere(): Promise<Buffer> {
  const jar = await cookies();
  const before = jar.get(cookieName())?.value;
  const token = before && /^[\w-]{43}$/.test(before) ? before : randomBytes(32).toString("base64url");
  jar.set(cookieName(), token, { httpOnly: true, sameSite: "strict", path: "/", secure: env().APP_ORIGIN.startsWith("https:"), maxAge: days * 86_400 });
  return tokenHash(token);
}

const browsers: [RegExp, string][] = [[/Edg(e|A|iOS)?\//, "Edge"], [/SamsungBrowser\//, "Samsung Internet"], [/OPR\//, "Opera"], [/Firefox\/|FxiOS\//, "Firefox"], [/Chrome\/|CriOS\//, "Chrome"], [/Safari\//, "Safari"]];
const systems: [RegExp, string][] = [[/iPhone/, "an iPhone"], [/iPad/, "an iPad"], [/Android/, "an Android phone or tablet"], [/Windows/, "Windows"], [/Macintosh|Mac OS X/, "a Mac"], [/CrOS/, "a Chromebook"], [/Linux/, "Linux"]];

/** A browser in words that its user knows it by: "Chrome on Windows". */
export function deviceWords(userAgent: string): string {
  const browser = browsers.find(([sign]) => sign.test(userAgent))?.[1];
  const system = systems.find(([sign]) => sign.test(userAgent))?.[1];
  return `${browser ?? "A browser"}${system ? ` on ${system}` : ""}`;
}
