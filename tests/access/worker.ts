import type { Said } from "./crew";
import { openSinkOnce } from "./sink";
import type { Unit } from "./units";

const say = (said: Said) => process.send!(said);
const ready = openSinkOnce();

process.on("message", (unit: Unit) => {
  ready
    .then(async () => (await import("./prove")).prove(unit))
    .then(
      (findings) => say({ findings }),
      (error: unknown) => say({ failed: (error as Error).stack ?? String(error) }),
    );
});
// Whoever gave the work is gone.
process.on("disconnect", () => process.exit(1));
