/** Whom to ring, in one line: "Duty desk on 01354 000000"; empty where nobody is known. */
export function ringWords(contact: { name: string; phone: string } | undefined | null): string {
  if (!contact) return "";
  return contact.phone ? `${contact.name} on ${contact.phone}` : contact.name;
}
