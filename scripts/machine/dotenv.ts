import { writeFileSync } from "node:fs";

/** Writes KEY='value' lines that a shell can read with `set -a; . file; set +a`, for its owner only. */
export function writeEnvironmentFile(file: string, values: Record<string, string>): void {
  const lines = Object.entries(values).map(([name, value]) => `${name}='${value.replaceAll("'", "'\\''")}'`);
  writeFileSync(file, `${lines.join("\n")}\n`, { mode: 0o600 });
}
