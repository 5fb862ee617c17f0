import type { AnyDoor } from "../doors";
import { openToEveryMember } from "./everyone";
import type { Row } from "./rows";

const opening = `# Who may do what

Made from the sentences in \`tests/permissions/table\`, each of which is run against the policy it is about. To change what stands here, change the policy and its sentences, then run \`UPDATE_DOCS=1 npx vitest run tests/permissions/table.test.ts\`.

Every sentence is about something the member can see. What they cannot reach is not found, whoever they are and whatever they ask; [Who may see what](access.md) says what they can. Rules of the work that bind everyone alike (an action that is still open, a date to come) are not permissions and do not stand here.
`;

/** What a door does, and that it asks once more who is there where it weighs that much. */
function summaryOf(door: { summary: string; stepUp?: boolean } | undefined): string {
  return `${door?.summary ?? ""}${door?.stepUp ? " Asks for the second factor again." : ""}`;
}

/** The table of permissions as people read it. */
export function pageOf(rows: Row[], doors: AnyDoor[]): string {
  const deeds = [...new Map(rows.map(({ deed }) => [deed.name, deed])).values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const summaries = new Map(doors.map((door) => [door.name, summaryOf(door)]));
  const sections = deeds.map((deed) => {
    const own = rows.filter((row) => row.deed.name === deed.name);
    const lines = own.map((row) => `| ${row.who} | ${row.on || "anything"} | ${row.reason ? `may not: ${row.deed.words?.[row.reason] ?? row.reason}` : "**may**"} |`);
    return `### \`${deed.name}\`\n\n${summaryOf(deed)}\n\n| who | on what | answer |\n|---|---|---|\n${lines.join("\n")}\n`;
  });
  const everyone = openToEveryMember.map((name) => `- \`${name}\`: ${summaries.get(name) ?? ""}`);
  return `${opening}\n## Every signed-in member\n\nTheir own things, and what is no secret.\n\n${everyone.join("\n")}\n\n## By what is asked\n\n${sections.join("\n")}`;
}

/** The same table for the page of the administration. */
export function tableOf(rows: Row[], doors: AnyDoor[]): string {
  const summaries = new Map(doors.map((door) => [door.name, summaryOf(door)]));
  const deeds = [...new Map(rows.map(({ deed }) => [deed.name, deed])).values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const table = {
    everyone: openToEveryMember.map((name) => ({ name, summary: summaries.get(name) ?? "" })),
    doors: deeds.map((deed) => ({
      name: deed.name, summary: summaryOf(deed),
      sentences: rows.filter((row) => row.deed.name === deed.name).map(({ who, on, reason }) => ({ who, on, may: !reason, because: reason ? (deed.words?.[reason] ?? reason) : "" })),
    })),
  };
  return `${JSON.stringify(table, null, 1)}\n`;
}
