import { z } from "zod";
import { id, version } from "../../../format/fields";
import { formKeys } from "../rules";

const templateId = id("Open the page again");
/** The draft as it was read, so that two who write it never overtake each other unseen. */
const revision = version();

export const beginDraftInput = z.strictObject({ templateId });
export const importFormInput = z.strictObject({
  /** The form that the file must be of. */
  key: z.enum(formKeys, { error: "Choose a form" }),
  text: z.string({ error: "Choose a file, or paste its text" }).min(1, "Choose a file, or paste its text").max(200_000, "This is too long for a form"),
  /** The draft that it takes the place of, where there is one. */
  templateId: templateId.nullish(),
  revision: revision.nullish(),
});
/** What is typed is judged in words of its own: a form is no list of fields. */
export const changeDraftInput = z.strictObject({ templateId, revision, definition: z.record(z.string().max(60), z.unknown()), tests: z.array(z.unknown()).max(100, "Keep at most 100 tests") });
export const atRevisionInput = z.strictObject({ templateId, revision });

export const draftSchema = z.object({ templateId: z.string(), version: z.number(), revision: z.number() });
