import { refuseMovedClock } from "./clock";
import { env } from "./env";

// A server that answers every request with an error looks alive; one that does not start is noticed.
try {
  env();
  await refuseMovedClock();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
