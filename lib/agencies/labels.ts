/** What each kind of agency does. */
export const agencyKindLabels: Record<string, string> = {
  police: "Police",
  council: "Council, community safety",
  housing: "Landlord",
  adult_social_care: "Adult social care",
  childrens_social_care: "Children's social care",
  youth_justice: "Youth justice",
  health: "Health",
  fire: "Fire and rescue",
  probation: "Probation",
  victim_service: "Victim support",
  family_support: "Family support",
  treatment: "Drug and alcohol treatment",
  mediation: "Mediation",
  voluntary: "Voluntary organisation",
  oversight: "Oversight",
  governance: "Information governance",
};

/** The words for a kind of agency; the kind itself where the list has none. */
export function agencyKindWords(kind: string): string {
  return agencyKindLabels[kind] ?? kind.replaceAll("_", " ");
}
