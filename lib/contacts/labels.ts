import type { ContactType, Outsider } from "./schema";

export const contactTypeLabels: Record<ContactType, string> = {
  phone_out: "I rang",
  phone_in: "They rang",
  visit: "Visit",
  text: "Text",
  email: "E-mail",
  letter: "Letter",
  met: "Met in passing",
  meeting: "Meeting",
  failed_attempt: "Tried, no answer",
};

export const outsiderLabels: Record<Outsider, string> = { professional: "A professional", family: "Family or a friend" };

export const contactRefusals: Record<string, string> = {
  "next-contact-missing": "Enter when you will be in contact next: a victim is never left without a date while the case is open.",
  "next-contact-past": "The next contact must be later than now.",
  "next-contact-too-far": "The next contact must be within 90 days.",
  "impact-missing": "Ask whether things are better, the same or worse, and select it.",
  "from-the-future": "It cannot have happened later than now.",
};
