import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Mail } from "./mail-sink";

/** Keeps mails as files of a folder, in their order, so that another process can read what was sent. */
export function mailFolder(folder: string): (mail: Mail) => void {
  mkdirSync(folder, { recursive: true });
  let count = 0;
  return ({ raw }) => {
    count += 1;
    writeFileSync(path.join(folder, `${String(count).padStart(5, "0")}.eml`), raw);
  };
}

/** Every mail of that folder so far, as it went out. */
export function mailsIn(folder: string): string[] {
  return readdirSync(folder).sort().map((name) => readFileSync(path.join(folder, name), "utf8"));
}
