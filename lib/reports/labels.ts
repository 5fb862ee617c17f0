import type {
  ContactMethod, HateStrand, NsirHeading, NsirQualifier, ReportChannel, ReportOutcomeInput, ReportStatus, SafeNow,
} from "./schema";

export const headingLabels: Record<NsirHeading, string> = {
  vehicle_abandoned: "Abandoned vehicle, not stolen",
  vehicle_nuisance: "Vehicle nuisance or inappropriate use",
  rowdy_behaviour: "Rowdy or inconsiderate behaviour",
  nuisance_neighbours: "Rowdy or nuisance neighbours",
  littering_drugs: "Littering or drug paraphernalia",
  animal_problems: "Animal problems",
  trespass: "Trespass",
  nuisance_communications: "Malicious or nuisance communications",
  street_drinking: "Street drinking",
  prostitution_related: "Prostitution-related activity",
  noise: "Noise",
  begging_vagrancy: "Begging or vagrancy",
  fireworks: "Inappropriate use of fireworks",
};

export const qualifierLabels: Record<NsirQualifier, string> = {
  personal: "Personal: aimed at, or affecting, a person or group",
  nuisance: "Nuisance: affects the community at large",
  environmental: "Environmental: affects surroundings",
};

export const hateStrandLabels: Record<HateStrand, string> = {
  race: "Race",
  religion: "Religion or faith",
  sexual_orientation: "Sexual orientation",
  disability: "Disability",
  gender_identity: "Gender identity",
};

export const channelLabels: Record<ReportChannel, string> = {
  phone_101: "101 call",
  phone_council: "Council contact centre",
  phone_landlord: "Landlord's line",
  in_person: "In person",
  visit: "Officer visit",
  online: "Online",
  email: "E-mail",
  letter: "Letter",
  member_councillor: "Councillor or MP",
  partner_system: "Another system",
  victim_page: "Victim's page",
};

export const reportStatusLabels: Record<ReportStatus, string> = {
  received: "Received",
  screened: "Screened, waiting for triage",
  advice_only: "Advice given",
  same_event: "Same event as another report",
  linked: "Joined a case",
  new_case: "Began a case",
};

export const safeNowLabels: Record<SafeNow, string> = {
  safe: "Yes, nobody is in danger at this moment",
  danger_999_rung: "No, and 999 has been rung",
  not_known: "It is not known",
};

export const contactMethodLabels: Record<ContactMethod, string> = {
  phone: "Phone",
  text: "Text message",
  email: "E-mail",
  letter: "Letter",
  visit: "Visit",
  through_someone: "Through somebody else",
  none: "Do not get in touch",
};

export const outcomeLabels: Record<ReportOutcomeInput["kind"], string> = {
  advice_only: "Give advice only",
  new_case: "Begin a case",
  join_case: "Join a case",
  same_event: "Same event as another report",
  triage: "Leave for triage",
};

/** Why a member may not do this with a report, and what can be done instead. */
export const reportRefusals: Record<string, string> = {
  "takes-no-reports": "Your role does not take reports. Ask your agency's administrator if that is wrong.",
  "no-agreement": "Your agency has no live information sharing agreement, so it cannot take reports here. Ask your agency's lead, and ring 101 or 999 meanwhile.",
  "reads-no-cases": "Your role takes reports and does not sort them. The area's coordinator will.",
  "not-yours-to-sort": "Only the agency that took this report or the area's coordinator decides where it goes.",
};

/** Each trigger that may be ticked in a few words, as a list of reports shows it. */
export const triggerWords: Record<string, string> = {
  T1: "Suicide or self-harm",
  T2: "Threat to life, weapon, arson or serious violence",
  T3: "Child or adult at risk",
  T5: "Hate with threats, violence or damage",
};

/** How somebody stands on a report. */
export const reportRoleLabels = {
  victim: "Affected",
  complainant: "Told us",
  witness: "Witness",
  household_member: "Lives with somebody affected",
  alleged_perpetrator: "Said to be responsible",
  perpetrator: "Responsible",
  professional: "Professional",
} as const;
