import { z } from "zod";
import { distinct, id, instant, optionalDay, version } from "../../format/fields";
import { optionalLine, text } from "../../format/text";
import { namedPersonSchema } from "../protecting/schema";

/** What a member writes into a log by hand; contacts have a form of their own. */
export const writtenKinds = ["note", "decision", "information", "evidence"] as const;
export type WrittenKind = (typeof writtenKinds)[number];

/** The most characters an entry takes. */
export const entryLimit = 10_000;

export const audienceSchema = z.strictObject({
  to: z.enum(["everyone", "agencies", "members"], { error: "Select who will read it" }).default("everyone"),
  agencyIds: z.array(id("Select agencies from the list")).max(40, "Select 40 agencies or fewer").refine(distinct, { error: "Select each agency once" }).default([]),
  withOtherSide: z.boolean({ error: "Say whether the other side's workers may read it" }).default(false),
  notice: optionalLine({ max: 160, what: "The line that others see" }),
  /** The last day on which others see that line. */
  noticeEndsOn: optionalDay(),
}).refine((audience) => audience.to !== "agencies" || audience.agencyIds.length > 0, { error: "Select at least one agency", path: ["agencyIds"] })
  .refine((audience) => audience.notice !== "" || audience.noticeEndsOn === null, { error: "Only a line that others see has a last day", path: ["noticeEndsOn"] })
  .refine((audience) => audience.to === "agencies" || audience.notice === "", { error: "Only an entry for named agencies has a line that others see", path: ["notice"] });
export type AudienceInput = z.output<typeof audienceSchema>;

/** Said by a writer who was told that it names somebody on the victim's side, and that it must go all the same. */
export const confirmsNames = z.boolean({ error: "Say whether it must go all the same" }).default(false);

/** How what is written about somebody's health or life is known: what a worker was told or saw is no diagnosis. */
export const knownBys = ["reported", "observed", "confirmed"] as const;
export type KnownBy = (typeof knownBys)[number];

const everyone: AudienceInput = { to: "everyone", agencyIds: [], withOtherSide: false, notice: "", noticeEndsOn: null };
export const audienceInput = audienceSchema.default(everyone);

export const addEntryInput = z.strictObject({
  caseId: id("Open the case again"),
  kind: z.enum(writtenKinds, { error: "Select note, decision, information or evidence" }),
  body: text({ max: entryLimit, ask: "Write what happened", what: "The entry" }),
  /** Why it was decided; for decisions alone. */
  reason: optionalLine({ max: 1000, what: "The reason" }),
  /** Where the evidence is kept: an exhibit or crime number; for evidence alone. */
  reference: optionalLine({ max: 200, what: "The reference" }),
  happenedAt: instant("Enter when it happened").optional(),
  knownBy: z.enum(knownBys, { error: "Select reported, observed or confirmed" }).optional(),
  audience: audienceInput,
  confirmsNames,
}).refine((entry) => entry.kind !== "decision" || entry.reason !== "", { error: "Say why it was decided", path: ["reason"] })
  .refine((entry) => entry.kind !== "evidence" || entry.reference !== "", { error: "Enter where it is kept, such as an exhibit number", path: ["reference"] });

export const correctEntryInput = z.strictObject({
  caseId: id("Open the case again"),
  entryId: id("Open the case again"),
  /** The wording that was on the screen: the entry itself, or its last correction. */
  readId: id("Open the case again"),
  body: text({ max: entryLimit, ask: "Write it as it should stand", what: "The entry" }),
  reason: text({ max: 500, ask: "Say what was wrong", what: "The reason" }),
  confirmsNames,
});

/** Letting one member of another agency read one sealed entry, with why and until when. */
export const admitReaderInput = z.strictObject({
  caseId: id("Open the case again"),
  entryId: id("Open the case again"),
  memberId: id("Select who may read it"),
  reason: optionalLine({ max: 300, what: "The reason" }).refine((words) => words !== "", { error: "Say why they need it" }),
  endsOn: optionalDay(),
});

export const dismissReaderInput = z.strictObject({ caseId: id("Open the case again"), entryId: id("Open the case again"), readerId: id("Select who may read it"), version: version() });

const filters = {
  kind: z.string().regex(/^[a-z_-]{1,40}$/, "Select a kind from the list").optional(),
  agencyId: id("Select an agency from the list").optional(),
};

const cursor = z.string().regex(/^\d{1,18}\.\d{1,18}$/, "Open the case again");

export const caseLogInput = z.strictObject({
  caseId: id("Open the case again"),
  ...filters,
  /** Older than this; from the last answer. */
  before: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z_\d{1,18}$/, "Open the case again").optional(),
  /** Newer than this; from the last answer. */
  after: cursor.optional(),
}).refine((asked) => !(asked.before && asked.after), { error: "Ask for older or for newer entries, not both", path: ["after"] });

export const followInput = z.strictObject({ caseId: id("Open the case again"), after: cursor });

const contactView = z.object({
  /** Null for somebody who is not on the case and was not named. */
  person: namedPersonSchema.nullable(),
  typeWords: z.string(),
  withWords: z.string(),
  impactWords: z.string(),
  promise: z.string(),
  nextContactWords: z.string(),
  safeWords: z.string(),
});

export const entryView = z.object({
  id: z.string(),
  /** Newest first by this. */
  recordedAt: z.string(),
  seq: z.string(),
  atWords: z.string(),
  /** Where it happened at another time than it was recorded. */
  happenedWords: z.string(),
  kind: z.string(),
  kindWords: z.string(),
  author: z.object({ id: z.string(), name: z.string(), agencyId: z.string(), agencyName: z.string() }),
  body: z.string(),
  reason: z.string(),
  reference: z.string(),
  audienceWords: z.string(),
  sealedWords: z.string(),
  /** "Reported", "Observed" or "Confirmed by a professional"; empty where nobody said. */
  knownWords: z.string(),
  /** Who reads it by name besides, for those whom it is for. */
  readers: z.array(z.object({ readerId: z.string(), version: z.number(), words: z.string() })),
  contact: contactView.nullable(),
  /** Earlier wordings, newest first. */
  corrections: z.array(z.object({ id: z.string(), at: z.string(), by: z.string(), text: z.string(), reason: z.string() })),
  correctedWords: z.string(),
  /** The wording that stands: send it with a correction. */
  readId: z.string(),
  may: z.object({ correct: z.boolean(), admit: z.boolean() }),
});
export type EntryView = z.infer<typeof entryView>;

export const logPageSchema = z.object({
  entries: z.array(entryView),
  /** For `before`; null at the first entry. */
  older: z.string().nullable(),
  /** For `after`. */
  cursor: z.string(),
});
export type LogPage = z.infer<typeof logPageSchema>;

export const readerSchema = z.object({ agencyId: z.string(), name: z.string(), side: z.enum(["both", "victim", "perpetrator"]), isHealth: z.boolean() });
export type ReaderView = z.infer<typeof readerSchema>;

/** Who may read what is written: for the words beside the button. */
export const readersSchema = z.object({
  agencies: z.array(readerSchema),
  members: z.array(z.object({ name: z.string(), agencyName: z.string(), side: z.enum(["both", "victim", "perpetrator"]) })),
  /** The panel whose chair and coordinator read a red case; empty when there is none. */
  panelName: z.string(),
  /** One person alone stands on the victim's side, so that the other side's workers can tell who spoke. */
  hasOneComplainant: z.boolean(),
});
export type ReadersView = z.infer<typeof readersSchema>;
