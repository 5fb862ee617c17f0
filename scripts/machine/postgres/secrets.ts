import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Stopped } from "../stopped";

export interface Secrets {
  superuserPassword: string;
  ownerPassword: string;
  appPassword: string;
  authPassword: string;
  jobsPassword: string;
  authSecret: string;
  fieldKey: string;
}

function fresh(): Secrets {
  const password = () => randomBytes(24).toString("hex");
  return {
    superuserPassword: password(),
    ownerPassword: password(),
    appPassword: password(),
    authPassword: password(),
    jobsPassword: password(),
    authSecret: randomBytes(32).toString("base64"),
    fieldKey: randomBytes(32).toString("base64"),
  };
}

function read(file: string): Partial<Secrets> {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Partial<Secrets>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EACCES") throw new Stopped(`${file} cannot be read: ${(error as Error).message}.`);
    throw new Stopped(`${file} belongs to another account. Run this as that account, or set HEREWARD_DATA_DIR to a folder of your own.`);
  }
}

/** The secrets of one data folder: made once, kept for its owner only, and completed when a later version needs one more. */
export function secretsIn(folder: string): Secrets {
  const file = path.join(folder, "secrets.json");
  const kept = read(file);
  const secrets = { ...fresh(), ...kept };
  if (Object.keys(secrets).length !== Object.keys(kept).length) {
    writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return secrets;
}
