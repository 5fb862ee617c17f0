import { dayAndTime } from "../../format/dates";
import { NotFound } from "../../platform/errors";
import { query } from "../../platform/query";
import { agencyNames } from "../../agencies/queries";
import { legalGatewayLabels } from "../../cases/labels";
import { auditRefusals } from "./labels";
import { auditMenu, inWords, membersNamed, type Row } from "./lines/queries";
import { mayAskWhoLooked, mayOversee } from "./policy";
import { bounds, monthOf, monthsToChoose, monthWords, pageOf, pageSize, placeOf } from "./rules";
import { auditFoundView, caseAuditInput, caseAuditView, findAuditInput, findStartView, personAuditInput, personAuditView, trailInput } from "./schema";
import { followedMembers, mayBeToldOfCase } from "./visibility";

type Pointer = { reference: string; leadAgencyId: string | null; part: "governance" | "lead" };
type Looker = { memberId: string; looks: number; lastAt: Date; worked: boolean };
type PersonRow = Row & { caseId: string | null; worked: boolean | null; purpose: string | null; legalBasis: string | null; isPanel: boolean; breakGlass: string | null };

/** Who looked at a case, when and how, for its lead and for governance; says who did so without any work on it. NotFound for everyone else. */
export const getWhoLooked = query({
  name: "audit.case",
  summary: "Who looked at a case, and which of them have no work on it.",
  input: caseAuditInput,
  output: caseAuditView,
  allow: mayAskWhoLooked,
  words: auditRefusals,
  run: async ({ tx, actor, now, input }) => {
    const { caseId } = input;
    await mayBeToldOfCase(tx, actor, now, caseId);
    const [pointer] = await tx.$queryRaw<Pointer[]>`SELECT reference, "leadAgencyId", part FROM audit_case(${caseId}::uuid)`;
    if (!pointer) throw new NotFound();
    const place = placeOf(input.after);
    const onlyWithout = input.without === "1";
    const rows = await tx.$queryRaw<(Row & { worked: boolean })[]>`SELECT at, "memberId", verb, outcome, worked FROM audit_of_case(${caseId}::uuid, ${onlyWithout}, ${place.upto}::timestamptz, ${place.skip}::int, ${pageSize + 1}::int)`;
    const lookers = await tx.$queryRaw<Looker[]>`SELECT "memberId", looks, "lastAt", worked FROM audit_lookers(${caseId}::uuid, 200)`;
    const { lines, next } = pageOf(rows, place);
    const names = await membersNamed(tx, [...lines, ...lookers].map(({ memberId }) => memberId), pointer.part === "lead" ? {} : followedMembers(actor));
    const agencies = await agencyNames(tx, pointer.leadAgencyId ? [pointer.leadAgencyId] : []);
    return {
      may: auditMenu(actor), caseId, reference: pointer.reference, leadName: agencies.get(pointer.leadAgencyId ?? "") ?? "", isGovernance: pointer.part === "governance", onlyWithout,
      lookers: lookers.flatMap(({ memberId, looks, lastAt, worked }) => (names.has(memberId) ? [{ ...names.get(memberId)!, looks, worked, lastWords: dayAndTime(lastAt, now) }] : [])),
      lines: inWords(lines, names, now).map(({ row, line }) => ({ ...line, worked: row.worked })),
      next,
    };
  },
  audit: (view) => ({ caseId: view.caseId, detail: { lines: view.lines.length } }),
});

/** Where governance begins to ask who looked at somebody. */
export const getAuditStart = query({
  name: "audit.start",
  summary: "The months in which to ask who looked at somebody.",
  input: trailInput.pick({}),
  output: findStartView,
  allow: mayOversee,
  words: auditRefusals,
  run: async ({ actor, now }) => ({ may: auditMenu(actor), month: monthOf(now), months: monthsToChoose(now) }),
  audit: () => ({}),
});

/** People of exactly that name (and date of birth), or the case of that reference, as ids and references alone, for governance. */
export const findForAudit = query({
  name: "audit.find",
  summary: "A person by exact name and date of birth, or a case by reference, to ask who looked at them.",
  input: findAuditInput,
  output: auditFoundView,
  allow: mayOversee,
  words: auditRefusals,
  run: async ({ tx, input }) => {
    const cases = await tx.$queryRaw<{ caseId: string; reference: string }[]>`SELECT "caseId", reference FROM audit_find_case(${input.words})`;
    const people = await tx.$queryRaw<{ personId: string; bornYear: number | null; references: string[] }[]>`SELECT "personId", "bornYear", "references" FROM audit_find_people(${input.words}, ${input.bornOn}::date)`;
    return { cases, people: people.slice(0, 20), hasMore: people.length > 20 };
  },
  audit: (view) => ({ detail: { caseIds: view.cases.map(({ caseId }) => caseId), personIds: view.people.map(({ personId }) => personId) } }),
});

/** Who looked at a person in a month, and why: their agency's purpose and law for the case, a panel, or break-glass. Governance reads none of the case. */
export const getWhoLookedAtPerson = query({
  name: "audit.person",
  summary: "Who looked at a person in a month, and why their agency had the case.",
  input: personAuditInput,
  output: personAuditView,
  allow: mayOversee,
  words: auditRefusals,
  run: async ({ tx, actor, now, input }) => {
    const { personId } = input;
    const month = input.month ?? monthOf(now);
    const { since, until } = bounds(month);
    const place = placeOf(input.after);
    const cases = await tx.$queryRaw<{ caseId: string; reference: string }[]>`SELECT "caseId", reference FROM audit_cases_of_person(${personId}::uuid)`;
    const rows = await tx.$queryRaw<PersonRow[]>`
      SELECT at, "memberId", verb, outcome, reference, "caseId", worked, purpose, "legalBasis", "isPanel", "breakGlass"
      FROM audit_of_person(${personId}::uuid, ${since}::timestamptz, ${until}::timestamptz, ${place.upto}::timestamptz, ${place.skip}::int, ${pageSize + 1}::int)`;
    const { lines, next } = pageOf(rows, place);
    const names = await membersNamed(tx, lines.map(({ memberId }) => memberId), followedMembers(actor));
    return {
      may: auditMenu(actor), personId, month, monthWords: monthWords(month), months: monthsToChoose(now), cases,
      lines: inWords(lines, names, now).map(({ row, line }) => ({ ...line, worked: row.caseId ? row.worked : null, ...whyOf(row) })),
      next,
    };
  },
  audit: (view) => ({ personId: view.personId, detail: { month: view.month, lines: view.lines.length } }),
});

function whyOf({ verb, caseId, purpose, legalBasis, isPanel, breakGlass }: PersonRow): { why: string; law: string; breakGlass: string } {
  const law = legalBasis ? (legalGatewayLabels[legalBasis as keyof typeof legalGatewayLabels] ?? legalBasis) : "";
  const why = purpose ?? (isPanel ? "On the agenda of their panel" : caseId ? "No share to their agency on record" : verb.startsWith("audit.") ? "Asked the audit" : "Shown by a list, a search or a report");
  return { why, law, breakGlass: breakGlass ?? "" };
}
