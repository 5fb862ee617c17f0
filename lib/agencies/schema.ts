import { z } from "zod";

/** What an agency may train its members for besides their role: to answer whether something is hate. */
export const hateTraining = "hate";
export const trainingSchema = z.enum([hateTraining], { error: "Choose from the list" });

export const side = z.enum(["both", "victim", "perpetrator"]);

export const listAgenciesInput = z.strictObject({ areaId: z.uuid({ error: "Select the district" }).optional() });

export const agencyChoiceSchema = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  kind: z.string(),
  kindWords: z.string(),
  side,
  contactName: z.string(),
  contactPhone: z.string(),
  /** Whether cases of the area asked about may be shared with it now; null when no area was named. */
  hasLiveAgreement: z.boolean().nullable(),
});
export type AgencyChoice = z.infer<typeof agencyChoiceSchema>;

export const agencyChoicesSchema = z.object({ agencies: z.array(agencyChoiceSchema) });

export const listMembersInput = z.strictObject({ agencyId: z.uuid({ error: "Select the agency" }) });

export const memberChoiceSchema = z.object({ id: z.string(), name: z.string(), title: z.string(), phone: z.string() });
export type MemberChoice = z.infer<typeof memberChoiceSchema>;

export const memberChoicesSchema = z.object({ members: z.array(memberChoiceSchema) });
