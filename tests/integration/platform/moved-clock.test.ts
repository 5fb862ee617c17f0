import { afterEach, expect, it, vi } from "vitest";
import { refuseMovedClock } from "@/lib/platform/clock";
import { resetClock, setClock } from "../../support/database";

afterEach(async () => {
  vi.unstubAllEnvs();
  await resetClock();
});

it("does not serve real people by a clock that was moved", async () => {
  vi.stubEnv("NODE_ENV", "production");
  await expect(refuseMovedClock()).resolves.toBeUndefined();
  await setClock("2012-06-30T12:00:00Z");
  await expect(refuseMovedClock()).rejects.toThrow(/cannot start: its clock is -\d+ seconds off/);
  vi.stubEnv("NODE_ENV", "development");
  await expect(refuseMovedClock()).resolves.toBeUndefined();
});
