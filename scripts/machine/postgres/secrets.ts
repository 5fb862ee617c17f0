import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

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

/** The secrets of one data folder: made once, kept for its owner only, and completed when a later version needs one more. */
export function secretsIn(folder: string): Secrets {
  const file = path.join(folder, "secrets.json");
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Partial<Secrets>) : {};
  const secrets = { ...fresh(), ...kept };
  if (Object.keys(secrets).length !== Object.keys(kept).length) {
    writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return secrets;
}
