import type { PrismaClient } from "../../lib/platform/generated/client";
import { loadCounty } from "./county";
import { ownerClient } from "./owner";
import { loadReference } from "./reference";

/** Loads the demo county once: agencies and members as administrators would set them up, casework through commands. */
export async function loadDemo(db: PrismaClient): Promise<void> {
  await loadReference(db);
  if ((await db.agency.count()) > 0) return;
  await loadCounty(db);
}

if (process.argv[1]?.endsWith("demo.ts")) {
  const db = ownerClient();
  loadDemo(db).then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}
