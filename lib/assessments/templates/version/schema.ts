import { z } from "zod";
import { menuSchema } from "../../../agencies/menu/schema";
import { id } from "../../../format/fields";
import { templateShape } from "../../schema";
import { versionLineSchema } from "../register/schema";
import { testCaseSchema, testRunSchema } from "../testing/schema";

export const versionInput = z.strictObject({ templateId: id("Choose a version") });

/** One version of a form with its tests: what is wrong with it, what differs from the one it was begun from, and what may be done. */
export const versionViewSchema = z.object({
  menu: menuSchema,
  line: versionLineSchema,
  key: z.string(),
  revision: z.number(),
  definition: templateShape,
  tests: z.array(testCaseSchema),
  mistakes: z.array(z.object({ path: z.string(), where: z.string(), what: z.string() })),
  runs: z.array(testRunSchema),
  /** Colours that no test comes out in. */
  untested: z.array(z.string()),
  /** The version that it was begun from; 0 where there is none. */
  basedOnVersion: z.number(),
  /** That version, to hold a draft in hand to. */
  basis: templateShape.nullable(),
  /** Keys that a question of any version of the form has had. */
  usedKeys: z.array(z.string()),
  changes: z.array(z.object({ what: z.string(), was: z.string(), is: z.string() })),
  asked: z.object({ byName: z.string(), atWords: z.string(), note: z.string(), fromWords: z.string() }).nullable(),
  declined: z.object({ byName: z.string(), reason: z.string() }).nullable(),
  may: z.object({ edit: z.boolean(), ask: z.boolean(), publish: z.boolean(), decline: z.boolean(), begin: z.boolean(), callOff: z.boolean() }),
  whyNotPublish: z.string(),
});
export type VersionView = z.infer<typeof versionViewSchema>;

/** A form as a file: what an import reads again. */
export const exportSchema = z.object({ template: templateShape, tests: z.array(testCaseSchema) });
