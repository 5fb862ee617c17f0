/** How somebody wants to be reached. */
export const methodLabels: Record<string, string> = {
  mobile: "Mobile",
  phone: "Phone",
  landline: "Landline",
  text: "Text message",
  email: "E-mail",
  letter: "Letter",
  visit: "Visit",
  in_person: "In person",
};
