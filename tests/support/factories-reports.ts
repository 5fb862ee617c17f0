import type { IntakeForm } from "../../lib/assessments/intake/schema";
import { takeReport } from "../../lib/assessments/intake/commands";
import { asOwner } from "./database";

/** A gazetteer address of an area, the first unless another is asked for. */
export async function addressIn(areaCode: string, at = 0): Promise<{ id: string; line: string; wardName: string }> {
  const [place] = await asOwner<{ id: string; line: string; wardName: string }>(
    `SELECT p.id, p.line, p."wardName" FROM "Place" p JOIN "Area" a ON a.id = p."areaId" WHERE a.code = $1 AND p.kind = 'address' ORDER BY p.uprn OFFSET $2 LIMIT 1`, [areaCode, at]);
  if (!place) throw new Error("Load the county first.");
  return place;
}

/** A valid report of noise by somebody who lives there, left for triage unless more is said. */
export function aReport(more: Partial<IntakeForm> & { placeId?: string } = {}): IntakeForm {
  return {
    safeNow: "safe",
    channel: "phone_landlord",
    whatHappened: "Music through the wall from next door until four in the morning.",
    nsirHeading: "noise",
    nsirQualifier: "personal",
    happenedFrom: "2020-01-01T00:00:00Z",
    howOften: "Most weeks",
    caller: { who: "affected", index: 0 },
    affected: [{ person: { kind: "individual", givenName: "Karen", familyName: "Kettle", bornOn: "1979-03-02" }, livesHere: true }],
    responsible: [{ person: { kind: "group", name: "Man at no. 14, known by sight" } }],
    screeningAnswers: { H1: "weekly", H3: "no", V2: "no", V3: "no", I1: "moderate" },
    safeContact: { method: "phone", number: "07700 900 142", when: "After 16:00" },
    outcome: { kind: "triage" },
    ...more,
  };
}

/** Answers of the victim assessment, with the zero answer for what is not named. */
export function answers(named: Record<string, string | string[]>): Record<string, string | string[]> {
  return { H1: "first", H2: "no", H3: "no", H4: "no", H5: "none", V1: ["nobody"], V2: "no", V3: "no", S1: "network", I1: "none", I2: "none", I3: "none", I4: "none", ...named };
}

/** Takes a report as a member. */
export function take(member: string, report: IntakeForm, key?: string) {
  return takeReport.do({ member }, report, key);
}
