import { livePosts } from "../../agencies/queries";
import { hateTraining } from "../../agencies/schema";
import { tookWords } from "../../cases/page/rules";
import { visibleReports, type CaseStanding } from "../../cases/visibility";
import { dayAndTime } from "../../format/dates";
import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import { headingLabels } from "../../reports/labels";
import type { NsirHeading } from "../../reports/schema";
import { mayAnswerHateQuery } from "./policy";
import type { HateView } from "./schema";

type Reading = { tx: Tx; actor: Actor; now: Date; standing: CaseStanding };

/** Whether a member's agency has trained them to answer whether something is hate. */
export async function isTrainedInHate(tx: Tx, memberId: string): Promise<boolean> {
  return (await tx.member.count({ where: { id: memberId, trainedIn: { has: hateTraining } } })) > 0;
}

/** What is known of hate on a case: a question that is open and who may answer it, or when it was recognised. For who may read the victim's side. */
export async function hateOf(reading: Reading): Promise<HateView> {
  const { tx, actor, standing } = reading;
  const row = await tx.case.findUniqueOrThrow({ where: { id: standing.caseId }, select: { hateQueryOpen: true, isHate: true, hateRecognisedAt: true, originalHeading: true } });
  const may = row.hateQueryOpen && mayAnswerHateQuery(actor, { ...standing, isTrained: await isTrainedInHate(tx, actor.memberId) }).allowed;
  return {
    isQueryOpen: row.hateQueryOpen, mayAnswer: may, trained: row.hateQueryOpen && !may ? await trainedOn(reading) : [],
    recognisedWords: row.isHate && row.hateRecognisedAt ? await recognisedWords(reading, row.hateRecognisedAt, row.originalHeading) : "",
  };
}

/** Who can answer: trained members of the agencies that work the case on a side that sees its victims. */
async function trainedOn({ tx, now, standing }: Reading): Promise<HateView["trained"]> {
  const grants = await tx.grant.findMany({
    where: { caseId: standing.caseId, revokedAt: null, level: { in: ["contribute", "lead"] }, side: { not: "perpetrator" }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] }, select: { agencyId: true },
  });
  const kept = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM kept_from(${standing.caseId}::uuid) AS id`;
  const members = await tx.member.findMany({
    where: { AND: [livePosts(now), { agencyId: { in: grants.map(({ agencyId }) => agencyId) }, trainedIn: { has: hateTraining }, id: { notIn: kept.map(({ id }) => id) } }] },
    select: { name: true, phone: true, agency: { select: { shortName: true } } }, orderBy: { name: "asc" }, take: 6,
  });
  return members.map(({ name, phone, agency }) => ({ name, agency: agency.shortName, phone }));
}

async function recognisedWords({ tx, actor, now, standing }: Reading, at: Date, originalHeading: string): Promise<string> {
  const first = await tx.report.findFirst({ where: { AND: [{ caseId: standing.caseId }, visibleReports(actor, now)] }, orderBy: [{ receivedAt: "asc" }, { id: "asc" }], select: { receivedAt: true } });
  const took = first ? tookWords(first.receivedAt, at) : "";
  const after = !took ? "" : took === "same save" ? ", when it was first reported" : `, ${took} after the first report`;
  const began = (headingLabels[originalHeading as NsirHeading] ?? originalHeading).toLowerCase();
  return `Recognised as hate ${dayAndTime(at, now)}${after}. It was first reported as ${began}.`;
}
