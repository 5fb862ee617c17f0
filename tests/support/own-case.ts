import type { Page } from "@playwright/test";
import templates from "../../prisma/seed/data/risk-templates.json";
import { asOwner } from "./journeys";

type Answers = Record<string, string | string[]>;
export type OwnCase = { caseId: string; reference: string; placeId: string; placeLine: string; postcode: string; victim: { givenName: string; familyName: string }; alleged: { givenName: string; familyName: string } };
type Share = { code: string; side?: "both" | "victim" | "perpetrator"; level?: "summary" | "contribute" };
export type Wanted = {
  /** What sets it apart from everything else in the county. */
  victim: { givenName: string; familyName: string };
  alleged: { givenName: string; familyName: string };
  /** Somebody on record already who is the victim here. */
  victimId?: string;
  bornOn?: string;
  phone?: string;
  heading?: string;
  whatHappened?: string;
  answers?: Answers;
  sharedWith?: Share[];
};

const scored = templates.templates.find(({ key }) => key === "VRA")!.questions.filter((question) => !("computed" in question) && !("scored" in question && question.scored === false));

/** Every question of the victim's assessment at its least, but for those named. */
export function wholeAnswers(named: Answers): Answers {
  return Object.fromEntries(scored.map(({ key, type, options }) => {
    const [least] = (options as [string, string, number][]).reduce((low, option) => (option[2] < low[2] ? option : low));
    return [key, named[key] ?? (type === "many" ? [least] : least)];
  }));
}

/** Letters that no other run has used, for a name that stands nowhere else in the county. */
export function letters(): string {
  return String(Date.now() % 10_000_000).replace(/\d/g, (digit) => "abdefgklmn"[Number(digit)]!);
}

/** Sends what a page of that member would send, and gives the answer; fails where it was refused. */
export async function send<Answer = Record<string, unknown>>(page: Page, path: string, data: object): Promise<Answer> {
  const answer = await page.request.post(path, { headers: { origin: process.env.APP_ORIGIN!, "idempotency-key": crypto.randomUUID() }, data });
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** An address of Fenland at which nothing is known, and that no other journey is at: chosen by chance. */
async function quietAddress(): Promise<{ id: string; line: string; postcode: string }> {
  const [place] = await asOwner<{ id: string; line: string; postcode: string }>(
    `SELECT p.id, p.line, p.postcode FROM "Place" p JOIN "Area" a ON a.id = p."areaId" WHERE a.code = 'FEN' AND p.kind = 'address' AND p.postcode <> ''
     AND NOT EXISTS (SELECT FROM "Report" r WHERE r."placeId" = p.id) AND NOT EXISTS (SELECT FROM "Case" c WHERE c."placeId" = p.id) ORDER BY random() LIMIT 1`);
  return place!;
}

/** A case of this journey's own: reported and assessed by that member of a Fenland agency, led by it, and shared as is said. */
export async function ownCase(page: Page, { victim, alleged, victimId, bornOn = "1979-03-02", phone = "07700 900 142", heading = "noise", whatHappened = "Music through the wall until four in the morning.", answers = {}, sharedWith = [] }: Wanted): Promise<OwnCase> {
  const place = await quietAddress();
  const taken = await send<{ asbCase: { caseId: string; reference: string } }>(page, "/api/reports", {
    safeNow: "safe", placeId: place.id, channel: "phone_council", whatHappened, nsirHeading: heading, nsirQualifier: "personal", happenedFrom: "2020-01-01T00:00:00Z",
    caller: { who: "affected", index: 0 },
    affected: [{ ...(victimId ? { personId: victimId } : { person: { kind: "individual", ...victim, bornOn } }), livesHere: true }],
    responsible: [{ person: { kind: "individual", ...alleged } }],
    screeningAnswers: {}, safeContact: { method: "phone", number: phone, when: "After 16:00" },
    outcome: { kind: "new_case" }, leads: "own",
    assessment: { affectedIndex: 0, source: "phone", answers: wholeAnswers({ H1: "weekly", H4: "known", V1: ["me"], I1: "lot", ...answers }), factors: [], confirmedTriggers: [] },
  });
  const { caseId, reference } = taken.asbCase;
  for (const { code, side = "both", level = "contribute" } of sharedWith) {
    const [agency] = await asOwner<{ id: string }>(`SELECT id FROM "Agency" WHERE code = $1 AND NOT EXISTS (SELECT FROM "Grant" g WHERE g."caseId" = $2 AND g."agencyId" = "Agency".id AND g."revokedAt" IS NULL)`, [code, caseId]);
    if (agency) await send(page, `/api/cases/${caseId}/share`, { agencies: [{ agencyId: agency.id, level, side }], purpose: "Prevent anti-social behaviour", legalBasis: "cda_s17", endsOn: "" });
  }
  return { caseId, reference, placeId: place.id, placeLine: place.line, postcode: place.postcode, victim, alleged };
}
