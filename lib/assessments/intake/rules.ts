import type { FieldProblem } from "@/lib/format/fields";
import type { ReportChannel } from "@/lib/reports/schema";
import type { AssessmentSource } from "../schema";

type Affected = { isAnonymous: boolean; role: string };
type Shape = {
  affected: readonly Affected[];
  assessment?: { affectedIndex: number } | undefined;
  impact?: object | undefined;
  shareWith: readonly string[];
  leads?: string | undefined;
  outcome: { kind: string };
};

/** A full assessment can be made of a victim who is named: nobody else can answer for them. */
export function isAssessable(affected: Affected | undefined): boolean {
  return affected !== undefined && !affected.isAnonymous && affected.role === "victim";
}

/** What does not fit together in what is decided at the save. */
export function intakeFaults(report: Shape): FieldProblem[] {
  const faults: FieldProblem[] = [];
  const opens = report.outcome.kind === "new_case";
  const hasCase = opens || report.outcome.kind === "join_case";
  if (report.assessment && !isAssessable(report.affected[report.assessment.affectedIndex])) {
    faults.push({ path: ["assessment"], message: "A victim assessment is about somebody affected who is named. Enter them as a victim, or assess the place" });
  }
  if ((report.assessment || report.impact) && !hasCase) {
    faults.push({ path: ["outcome"], message: "An assessment belongs to a case. Begin a case or join one" });
  }
  if (report.shareWith.length > 0 && !opens && report.outcome.kind !== "join_case") {
    faults.push({ path: ["shareWith"], message: "Only a case can be shared. Begin a case or join one" });
  }
  return faults;
}

/** How answers were given when a report came in this way. */
export function sourceOfChannel(channel: ReportChannel): AssessmentSource {
  if (channel === "visit" || channel === "in_person") return "in_person";
  if (channel === "online" || channel === "victim_page") return "online";
  if (channel === "member_councillor" || channel === "partner_system") return "third_party";
  return channel === "email" || channel === "letter" ? "records" : "phone";
}

/** The next free letter after a word, as "Victim A" then "Victim B"; after Z come AA, AB. */
export function nextLabel(word: string, taken: readonly string[]): string {
  for (let at = 0; ; at += 1) {
    const label = `${word} ${letters(at)}`;
    if (!taken.includes(label)) return label;
  }
}

function letters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : `${letters(Math.floor(at / 26) - 1)}${last}`;
}

/** The word by which the other side knows somebody in a role. */
export const labelWords = {
  victim: "Victim", complainant: "Complainant", witness: "Witness", household_member: "Household member",
  alleged_perpetrator: "Person", perpetrator: "Person", professional: "Professional",
} as const;
