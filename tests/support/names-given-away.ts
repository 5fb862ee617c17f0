import { protectedIn } from "../../lib/cases/protecting/rules";

type Ask = <Row extends object>(sql: string) => Promise<Row[]>;
type Text = { caseId: string; what: string; text: string };
type Fact = { caseId: string; kind: "name" | "home" | "phone"; words: string; postcode: string };

/** What is read beyond those who work a case: its title and reference, the line of a sealed entry, what the audit keeps, how it was shared, and a family's words by the other side. */
const texts = `
  SELECT id::text AS "caseId", 'title' AS what, title AS text FROM "Case" UNION ALL SELECT id::text, 'reference', reference FROM "Case"
  UNION ALL SELECT "caseId"::text, 'notice of an entry', notice FROM "Entry" WHERE notice <> ''
  UNION ALL SELECT "caseId"::text, 'audit: ' || verb, payload FROM "AuditEvent" WHERE "caseId" IS NOT NULL
  UNION ALL SELECT "caseId"::text, 'purpose of a share', purpose FROM "Grant"
  UNION ALL SELECT "caseId"::text, 'reason of an emergency opening', reason FROM "BreakGlass"
  UNION ALL SELECT "caseId"::text, 'note on somebody alleged', note FROM "Involvement" WHERE side <> 'victim' AND "caseId" IS NOT NULL AND note <> ''
  UNION ALL SELECT "caseId"::text, 'entry for both sides', body || ' ' || coalesce(data->>'reason', '') FROM "Entry" WHERE side <> 'victim' AND cardinality(audience) = 0 AND NOT data ? 'namesConfirmed'`;

const facts = `
  WITH kept AS (
    SELECT DISTINCT i."caseId", i."personId" FROM "Involvement" i JOIN "Person" p ON p.id = i."personId" WHERE i."caseId" IS NOT NULL AND i.side = 'victim' AND p.kind = 'individual'
      AND NOT EXISTS (SELECT FROM "Involvement" o WHERE o."caseId" = i."caseId" AND o."personId" = i."personId" AND o.side <> 'victim'))
  SELECT k."caseId"::text AS "caseId", 'name' AS kind, w.words, '' AS postcode FROM kept k JOIN "Person" p ON p.id = k."personId" CROSS JOIN LATERAL (VALUES (p."givenName"), (p."familyName")) w (words) WHERE w.words <> ''
  UNION ALL SELECT k."caseId"::text, 'home', l.line, l.postcode FROM kept k JOIN "Residence" r ON r."personId" = k."personId" AND (r."caseId" = k."caseId" OR r."caseId" IS NULL) JOIN "Place" l ON l.id = r."placeId"
  UNION ALL SELECT k."caseId"::text, 'phone', c.number, '' FROM kept k JOIN "ContactPoint" c ON c."personId" = k."personId" WHERE c.number <> ''`;

/** Names, homes and numbers of people on the victim's side of a case, wherever one stands that others than its workers read. */
export async function namesGivenAway(ask: Ask): Promise<{ looked: number; found: string[] }> {
  const known = new Map<string, Fact[]>();
  for (const fact of await ask<Fact>(facts)) known.set(fact.caseId, [...(known.get(fact.caseId) ?? []), fact]);
  const shared = new Map<string, string[]>();
  for (const { caseId, words } of await ask<{ caseId: string; words: string }>(`SELECT i."caseId"::text AS "caseId", w.words FROM "Involvement" i JOIN "Person" p ON p.id = i."personId" CROSS JOIN LATERAL (VALUES (p."givenName"), (p."familyName")) w (words) WHERE i."caseId" IS NOT NULL AND i.side <> 'victim'`)) shared.set(caseId, [...(shared.get(caseId) ?? []), words]);
  const all = await ask<Text>(texts);
  const found = all.flatMap(({ caseId, what, text }) => {
    const of = (kind: Fact["kind"]) => (known.get(caseId) ?? []).filter((fact) => fact.kind === kind);
    const given = protectedIn([text], { names: of("name").map(({ words }) => words), homes: of("home").map(({ words, postcode }) => ({ line: words, postcode })), phones: of("phone").map(({ words }) => words) }, shared.get(caseId));
    return given.length > 0 ? [`${what}: ${given.join(", ")} in “${text.slice(0, 120)}”`] : [];
  });
  return { looked: all.length, found };
}
