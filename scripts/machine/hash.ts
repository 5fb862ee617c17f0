import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

function filesUnder(place: string, skip: (name: string) => boolean): string[] {
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [place];
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => !skip(entry.name))
    .flatMap((entry) => filesUnder(path.join(place, entry.name), skip))
    .sort();
}

/** One digest over the names and contents of the files under these places. */
export function digestOf(folder: string, places: readonly string[], skip: (name: string) => boolean = () => false): string {
  const digest = createHash("sha256");
  for (const place of places) {
    for (const file of filesUnder(path.join(folder, place), skip)) {
      digest.update(path.relative(folder, file)).update("\0").update(readFileSync(file)).update("\0");
    }
  }
  return digest.digest("hex");
}
