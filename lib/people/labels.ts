import type { PersonKind } from "./schema";

export const personKindLabels: Record<PersonKind, string> = {
  individual: "Person",
  organisation: "Organisation",
  group: "Group not known by name",
};
