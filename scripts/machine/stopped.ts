import { WrongSettings } from "../../lib/platform/env";

/** Something a person at the terminal can understand and mend: shown as its message, without a stack. */
export class Stopped extends Error {}

/** What to show of an error at the terminal. */
export function inWords(error: unknown): string {
  if (error instanceof Stopped || error instanceof WrongSettings) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
