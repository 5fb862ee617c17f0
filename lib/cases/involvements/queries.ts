import { londonDay, shortDay } from "../../format/dates";
import { displayName, isUnder18 } from "../../format/names";
import { z } from "zod";
import { id } from "../../format/fields";
import { query } from "../../platform/query";
import type { Reading } from "../log/entries/queries";
import { asideOf } from "../page/aside/queries";
import { caseRefusals } from "../page/labels";
import { mayReadCases } from "../page/policy";
import { caseHeader } from "../page/queries";
import { ageBandWords, involvementRoleWords } from "../page/rules";
import { addressOf } from "../../people/queries";
import type { Address } from "../../people/schema";
import { involvementRoleLabels } from "../labels";
import { ofSide, reaches, standingOn, visibleReports } from "../visibility";
import { personSideLabels } from "./labels";
import { mayRecordMove } from "./moving/policy";
import { mayChangeInvolvement } from "./policy";
import { peopleViewSchema, type InvolvedView, type PeopleView } from "./schema";

/** Who is on a case in which role, with what is known of them here; the other side as labels. At summary names and roles alone. Hidden cases are not found. */
export const getCasePeople = query({
  name: "case.people",
  summary: "The people of a case in their roles, by side.",
  input: z.strictObject({ caseId: id("Open the case again") }),
  output: peopleViewSchema,
  allow: mayReadCases,
  words: caseRefusals,
  run: async ({ tx, actor, now, input }): Promise<PeopleView> => {
    const standing = await standingOn(tx, actor, now, input.caseId);
    const reading = { tx, actor, now, standing };
    const all = await involvedOf(reading);
    const aside = await asideOf(reading);
    return {
      header: await caseHeader(tx, actor, now, standing),
      people: [...all.filter((each) => each.endedWords === ""), ...aside.otherSide],
      former: all.filter((each) => each.endedWords !== ""),
      howToReach: aside.beforeYouRing,
      districts: all.some(({ may }) => may.recordMove) ? await districtsNow(reading) : [],
    };
  },
  audit: (view) => ({ caseId: view.header.caseId }),
});

async function districtsNow({ tx, now }: Reading): Promise<PeopleView["districts"]> {
  const today = new Date(londonDay(now));
  return tx.area.findMany({ where: { validFrom: { lte: today }, OR: [{ validTo: null }, { validTo: { gte: today } }] }, select: { code: true, name: true }, orderBy: { name: "asc" } });
}

async function rowsOf({ tx, standing }: Reading) {
  return tx.involvement.findMany({
    where: { caseId: standing.caseId, ...ofSide(standing) },
    select: {
      id: true, role: true, side: true, label: true, note: true, startsAt: true, endsAt: true, endReason: true, version: true, personId: true,
      person: { select: { kind: true, givenName: true, familyName: true, fullName: true, bornOn: true } },
    },
    orderBy: [{ role: "asc" }, { startsAt: "asc" }, { id: "asc" }],
  });
}
type InvolvementRow = Awaited<ReturnType<typeof rowsOf>>[number];

async function involvedOf(reading: Reading): Promise<InvolvedView[]> {
  const rows = await rowsOf(reading);
  const known = await knownHere(reading, rows);
  return rows.map((row) => involved(reading, rows, known, row));
}

// Other names and addresses are shown only where they were learned: through this case, or a report of it.
async function knownHere(reading: Reading, rows: InvolvementRow[]) {
  const { tx, actor, now, standing } = reading;
  if (!reaches(standing.level, "contribute")) return { aliases: [], homes: [] };
  const reports = await tx.report.findMany({ where: { AND: [{ caseId: standing.caseId }, visibleReports(actor, now)] }, select: { id: true } });
  const here = { personId: { in: rows.map((row) => row.personId) }, ...ofSide(standing), OR: [{ caseId: standing.caseId }, { reportId: { in: reports.map((report) => report.id) } }] };
  const aliases = await tx.alias.findMany({ where: here, select: { personId: true, name: true }, orderBy: [{ recordedAt: "asc" }, { id: "asc" }] });
  const homes = await tx.residence.findMany({
    where: here, select: { id: true, personId: true, placeId: true, caseId: true, sealedAddress: true, startsOn: true, endsOn: true, isConfidential: true, place: { select: { line: true, town: true } } },
    orderBy: [{ endsOn: { sort: "desc", nulls: "first" } }, { recordedAt: "desc" }, { id: "asc" }],
  });
  return { aliases, homes };
}
type Known = Awaited<ReturnType<typeof knownHere>>;

function involved({ actor, now, standing }: Reading, rows: InvolvementRow[], known: Known, row: InvolvementRow): InvolvedView {
  const born = row.person.bornOn ? londonDay(row.person.bornOn) : null;
  const today = londonDay(now);
  const maySee = mayChangeInvolvement(actor, { standing }).allowed && row.endsAt === null;
  return {
    kind: "known", id: row.id, version: row.version, personId: row.personId, name: displayName(row.person), role: row.role, roleWords: involvementRoleLabels[row.role],
    side: row.side, sideWords: personSideLabels[row.side], label: row.label, note: reaches(standing.level, "contribute") ? row.note : "",
    ageWords: ageBandWords(born, today), isUnder18: isUnder18(born, today),
    aliases: [...new Set(known.aliases.filter((each) => each.personId === row.personId).map((each) => each.name))],
    homes: homesOf(known, row.personId, now),
    otherRoles: rows.filter((each) => each.personId === row.personId && each.id !== row.id && each.endsAt === null).map((each) => involvementRoleWords(each.role)),
    addedWords: `On the case since ${shortDay(row.startsAt, now)}`,
    endedWords: row.endsAt ? `${row.endReason ?? "Ended"} (${shortDay(row.endsAt, now)})` : "",
    may: { end: maySee, changeRole: maySee && row.role === "alleged_perpetrator", recordMove: row.endsAt === null && mayRecordMove(actor, { standing, role: row.role, person: row.person }).allowed },
  };
}

function homesOf({ homes }: Known, personId: string, now: Date): InvolvedView["homes"] {
  const theirs = homes.filter((home) => home.personId === personId);
  const onCase = theirs.filter((home) => home.caseId !== null);
  // What the case keeps of a home is newer than what a report said of it when it came.
  const told = theirs.filter((home, at) => home.caseId === null && !onCase.some(({ placeId }) => placeId === home.placeId) && theirs.findIndex(({ placeId }) => placeId === home.placeId) === at);
  return theirs.filter((home) => onCase.includes(home) || told.includes(home)).map((home) => ({
    id: home.id, isConfidential: home.isConfidential, words: addressWords(addressOf(home), home.sealedAddress !== null),
    whenWords: [home.startsOn ? `from ${shortDay(home.startsOn, now)}` : "", home.endsOn ? `to ${shortDay(home.endsOn, now)}` : ""].filter(Boolean).join(" "),
  }));
}

// A sealed address is on no page of a place, so that all of it stands here.
function addressWords({ line, town, postcode, district }: Address, isSealed: boolean): string {
  return [line, town, ...(isSealed ? [postcode, district === town ? "" : district] : [])].filter(Boolean).join(", ");
}
