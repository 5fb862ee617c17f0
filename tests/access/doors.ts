import { readdirSync } from "node:fs";
import path from "node:path";
import type { Query } from "../../lib/platform/query";
import { inputFor, type Named } from "../permissions/asking";
import type { World } from "./world";

export type Question = { door: Query; input: Named; about?: { table: string; id: string } };

const root = path.join(__dirname, "../..");

/** Every query that the areas export. */
export async function everyQuery(): Promise<Query[]> {
  const files = readdirSync(path.join(root, "lib"), { recursive: true, encoding: "utf8" }).filter((file) => /(^|\/)queries\.ts$/.test(file));
  const found = new Map<string, Query>();
  for (const file of files.sort()) {
    const area = (await import(path.join(root, "lib", file))) as Record<string, unknown>;
    for (const value of Object.values(area)) if ((value as Query | null)?.kind === "query" && "ask" in (value as Query)) found.set((value as Query).name, value as Query);
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** What no schema says: search words that begin all of ours, and the county's own codes. */
const common: Named = { area: "QAA", term: "zq", words: "zq", q: "zq", text: "zq", typed: "zq", familyName: "zq", givenName: "", code: "ongoing_cases", section: "cases", on: "2026-11-18", key: "VRA", kind: undefined, after: undefined, before: undefined };

/** Whose doors name one record, and the table that it stands in. */
const byId: Record<string, string> = { "case.get": "Case", "case.people": "Case", "case.sharing": "Case", "report.get": "Report", "report.knownHere": "Place (opened)", "place.get": "Place" };

/** Every query about every case, report and place of a world, and every list, as someone would ask who knows all ids. */
export async function questionsOf(world: World, { cases, doors }: { cases: number; doors?: string[] }): Promise<Question[]> {
  const { tables } = world;
  const some = tables.Case!.slice(0, cases);
  const of = (table: string, caseId: unknown) => tables[table]!.find((row) => row.caseId === caseId)?.id;
  const oneOf = (table: string, caseId: unknown, n: number) => tables[table]!.filter((row) => row.caseId === caseId).at(-(n % 3))?.id;
  const ofCases = some.map(({ id, areaId, placeId, reference }, n): Named => ({
    ...common, caseId: id, areaId, placeId, reference, assessmentId: oneOf("Assessment", id, n), involvementId: of("Involvement", id), involvementIds: undefined, templateKey: "VRA",
  }));
  const ofReports = tables.Report!.slice(0, cases * 2).map(({ id, placeId, areaId }): Named => ({ ...common, reportId: id, placeId, areaId }));
  const ofPlaces = tables.Place!.slice(0, cases * 4).map(({ id, areaId }): Named => ({ ...common, placeId: id, areaId }));
  const ofAreas = tables.Area!.map(({ id, code }): Named => ({ ...common, areaId: id, area: code }));
  const questions: Question[] = [];
  for (const door of (await everyQuery()).filter(({ name }) => doors?.includes(name) ?? true)) {
    const named = JSON.stringify(inputFor(door, { caseId: "caseId", reportId: "reportId", placeId: "placeId", areaId: "areaId", area: "area", reference: "reference", assessmentId: "assessmentId" }, {}) ?? {});
    const about = /"(caseId|reference|assessmentId)"/.test(named) ? ofCases : named.includes(`"reportId"`) ? ofReports : named.includes(`"placeId"`) ? ofPlaces : /"area(Id)?"/.test(named) ? ofAreas : [common];
    for (const ids of about) {
      const input = inputFor(door, ids, special(ids)) as Named;
      if (!door.input.safeParse(input).success) continue;
      const table = byId[door.name];
      questions.push({ door, input, ...(table ? { about: { table, id: String(ids[({ Case: "caseId", Report: "reportId" } as Record<string, string>)[table] ?? "placeId"]) } } : {}) });
    }
  }
  return questions;
}

function special(ids: Named): Named {
  return { "case.list": {}, "notice.list": {}, "find.start": { reference: ids.reference }, "case.log": { caseId: ids.caseId }, "case.get": { caseId: ids.caseId }, "case.follow": { caseId: ids.caseId, after: "0.0" }, "draft.find": { kind: "report", subject: "" }, "place.search": { words: "zq" } };
}

/** What a question was answered: the view as it leaves, or which of the five errors with its words. */
export async function answer({ door, input }: Question, memberId: string): Promise<string> {
  try {
    return JSON.stringify((await door.ask({ member: memberId }, input)).view) ?? "null";
  } catch (error) {
    const { constructor, message, stack } = error as Error;
    if (!/^(NotFound|Forbidden|Refused|Conflict|InvalidInput|Unauthenticated)$/.test(constructor.name)) return `!${constructor.name}: ${message.slice(-300)} ${stack?.split("\n").find((line) => line.includes("/lib/") && !line.includes("generated")) ?? ""}`;
    return `${constructor.name}: ${message}`;
  }
}
