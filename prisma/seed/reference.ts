import lists from "./data/reference-lists.json";
import templates from "./data/risk-templates.json";
import type { Prisma, PrismaClient } from "../../lib/platform/generated/client";
import { ownerClient } from "./owner";

const codeLists = {
  nsir_heading: lists.nsirHeadings,
  nsir_qualifier: lists.nsirQualifiers,
  hate_strand: lists.hateStrands,
  report_channel: lists.reportChannels,
  need: lists.needs,
  involvement_role: lists.involvementRoles,
  contact_type: lists.contactTypes,
  case_outcome: lists.caseOutcomes,
  legal_gateway: lists.legalGateways,
} as Record<string, string[][]>;

/** Loads the lists, time standards, intervention types and risk templates. Safe in production, and to run again. */
export async function loadReference(db: PrismaClient): Promise<void> {
  const codes = Object.entries(codeLists).flatMap(([list, rows]) => rows.map(([code, label], position) => ({ list, code: code!, label: label!, position })));
  await db.code.createMany({ data: codes, skipDuplicates: true });
  await loadInterventionTypes(db);
  await loadTimeStandards(db);
  await loadTemplates(db);
}

async function loadInterventionTypes(db: PrismaClient): Promise<void> {
  const data = lists.interventionTypes.map((type) => {
    const { code, label, statutory, from, to, minAge, subject, replacedBy, selectable, ...rules } = type as typeof type & Record<string, never>;
    return {
      code, label, isStatutory: statutory,
      availableFrom: from ? new Date(from) : null,
      availableTo: to ? new Date(to) : null,
      isSelectable: selectable ?? true,
      minAge: minAge ?? null,
      subject: subject ?? "person",
      replacedBy: replacedBy ?? null,
      rules: rules as Prisma.InputJsonObject,
    };
  });
  await db.interventionType.createMany({ data, skipDuplicates: true });
}

async function loadTimeStandards(db: PrismaClient): Promise<void> {
  if ((await db.timeStandard.count({ where: { areaId: null } })) > 0) return;
  const data = Object.entries(lists.timeStandards).flatMap(([rag, clocks]) =>
    Object.entries(clocks).flatMap(([clock, given]) =>
      Object.entries(given as Record<string, number>).map(([unit, amount]) => {
        // A hard stop is a clock of its own: "firstAssessment" may be 0 hours and still have a last moment.
        const isHardStop = unit.startsWith("hardStop");
        const plainUnit = isHardStop ? unit.slice("hardStop".length).replace(/^./, (letter) => letter.toLowerCase()) : unit;
        return { rag: rag as "red" | "amber" | "green", clock: isHardStop ? `${clock}HardStop` : clock, amount, unit: plainUnit };
      }),
    ),
  );
  await db.timeStandard.createMany({ data });
}

async function loadTemplates(db: PrismaClient): Promise<void> {
  for (const template of templates.templates) {
    const { key, version, subject, title } = template;
    // What the county begins with was agreed to by nobody here, and is in force from before its first record.
    const row = {
      key, version, subject, title, definition: template as unknown as Prisma.InputJsonObject, testCases: testCasesOf(key), status: "published", publishedAt: new Date("2000-01-01"), effectiveFrom: new Date("2000-01-01"),
    };
    await db.template.upsert({ where: { key_version: { key, version } }, create: row, update: {} });
  }
}

/** The examples of the file, as the tests that a changed form must still pass. */
function testCasesOf(key: string): Prisma.InputJsonArray {
  return templates.examples.filter(({ template }) => template === key).map(({ name, answers, score, rag, ...more }) => ({
    name, answers, confirmedTriggers: [], known: {},
    expected: { score, rag, flags: more.flags ?? [], triggers: more.triggers ?? [], borderline: more.borderline ?? false },
  })) as unknown as Prisma.InputJsonArray;
}

if (process.argv[1]?.endsWith("reference.ts")) {
  const db = ownerClient();
  loadReference(db).then(
    () => db.$disconnect(),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}
