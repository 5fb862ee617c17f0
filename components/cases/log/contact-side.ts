import type { AsideView } from "@/lib/cases/page/aside/schema";
import type { Side } from "@/lib/cases/log/rules";

/** The one side that a contact with a person of the case is kept to, for the words about who will read it. The server decides the same. */
export function sideOfContact(aside: AsideView, withWhom: string): Side | undefined {
  const side = aside.people.find((person) => person.involvementId === withWhom)?.side;
  return side === "both" ? undefined : side;
}
