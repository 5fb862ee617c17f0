import * as drafts from "./drafts/route";
import * as stillHere from "./session/still-here/route";

/** Every route that is made by route(), by its address. A test holds this list and the folders together. */
export const routes: Record<string, Record<string, unknown>> = {
  "/api/drafts": drafts,
  "/api/session/still-here": stillHere,
};
