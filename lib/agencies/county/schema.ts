import { z } from "zod";
import { distinct, id, version } from "../../format/fields";
import { line, optionalLine } from "../../format/text";
import { agencyKindLabels } from "../labels";
import { menuSchema } from "../menu/schema";
import { side } from "../schema";

const kinds = Object.keys(agencyKindLabels) as [string, ...string[]];

/** Domains as people write them, one after another: kept in small letters, without what stands before an @. */
const domains = z.string({ error: "Enter the domains of its e-mail addresses" }).max(600, "Enter at most 600 characters").transform((typed) => typed.toLowerCase().split(/[\s,;]+/).map((one) => one.replace(/^.*@/, "")).filter(Boolean))
  .pipe(z.array(z.string().regex(/^(?=.{4,190}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/, "Enter domains like agency.org.uk, with spaces between them")).max(20, "Enter at most 20 domains").refine(distinct, "Enter each once"));

const called = {
  name: line({ max: 120, ask: "Enter what the agency is called", what: "The name" }),
  shortName: line({ max: 40, ask: "Enter a short name for lists", what: "The short name" }),
  emailDomains: domains,
  contactName: optionalLine({ max: 120, what: "The contact" }),
  contactPhone: optionalLine({ max: 40, what: "The phone number" }),
  outOfHoursName: optionalLine({ max: 120, what: "The contact out of hours" }),
  outOfHoursPhone: optionalLine({ max: 40, what: "The phone number out of hours" }),
};

export const addAgencyInput = z.strictObject({
  code: line({ max: 40, ask: "Enter a code, like fenland-dc", what: "The code" }).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use small letters, digits and hyphens, like fenland-dc"),
  organisation: line({ max: 120, ask: "Enter the body it belongs to", what: "The body" }),
  kind: z.enum(kinds, { error: "Choose what it does" }),
  side: side.default("both"),
  ...called,
});
export const changeAgencyInput = z.strictObject({ agencyId: id("Open the page again"), version: version(), ...called });

const areaName = line({ max: 80, ask: "Enter what the area is called", what: "The name" });
export const addAreaInput = z.strictObject({ code: line({ max: 6, ask: "Enter a code of three letters, like FEN", what: "The code" }).toUpperCase().regex(/^[A-Z]{3}$/, "Enter three letters, like FEN"), name: areaName });
export const changeAreaInput = z.strictObject({
  areaId: id("Open the page again"), version: version(), name: areaName,
  /** Who takes on reports of the area that nobody else does; both or neither. */
  intakeMemberId: z.uuid("Choose from the list").nullable().default(null),
});

const step = z.object({ key: z.string(), title: z.string(), isDone: z.boolean(), isNext: z.boolean(), words: z.string(), href: z.string(), action: z.string() });
export const checklistView = z.object({ menu: menuSchema, steps: z.array(step), done: z.number() });
export type ChecklistView = z.infer<typeof checklistView>;

const agencyRow = z.object({
  agencyId: z.string(), version: z.number(), code: z.string(), name: z.string(), shortName: z.string(), organisation: z.string(), kindWords: z.string(), sideWords: z.string(), emailDomains: z.array(z.string()),
  contactName: z.string(), contactPhone: z.string(), outOfHoursName: z.string(), outOfHoursPhone: z.string(), members: z.number(), admins: z.number(),
});
const areaRow = z.object({ areaId: z.string(), version: z.number(), code: z.string(), name: z.string(), intakeMemberId: z.string(), intakeWords: z.string(), isIntakeGone: z.boolean(), takers: z.array(z.object({ value: z.string(), label: z.string() })) });
export const countyView = z.object({ menu: menuSchema, areas: z.array(areaRow), agencies: z.array(agencyRow), organisations: z.array(z.string()) });
export type CountyView = z.infer<typeof countyView>;
