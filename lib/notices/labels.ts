import type { LateKind, NoticeKind } from "./schema";

export type NoticeFacts = {
  reference: string;
  title: string;
  ragReason: string;
  what: string;
  askedBy: string;
  owner: string;
  declineReason: string;
  outcome: string;
  /** How the action stands now, once it has been answered. */
  stands: string;
};

type Wording = { words: (facts: NoticeFacts) => string; detail: (facts: NoticeFacts) => string };

const askedAndStands = ({ askedBy, stands }: NoticeFacts) => [`Asked by ${askedBy}`, stands].filter(Boolean).join(" · ");

export const administrationKinds = ["second-person", "sign-in-reset", "agreement-ending"] as const satisfies NoticeKind[];
export type AdministrationKind = (typeof administrationKinds)[number];

const said = (words: (facts: NoticeFacts) => string, detail: Wording["detail"] = ({ title }) => title): Wording => ({ words, detail });

/** What ran out, to whoever is told next: what it waits for still waits. */
const lateWordings: Record<LateKind, Wording> = {
  "late:personTold": said(({ reference }) => `Nobody has been told in person about ${reference}`, ({ ragReason }) => `Ring somebody now and tick it off. ${ragReason}`),
  "late:firstContact": said(({ reference }) => `Nobody has been in touch with the victim on ${reference}`),
  "late:firstAssessmentHardStop": said(({ reference }) => `${reference} is not assessed`),
  "late:share": said(({ reference }) => `${reference} is not shared with anybody`),
  "late:leadAndPlan": said(({ reference }) => `${reference} has no plan: nobody was asked to do anything`),
  "late:victimContact": said(({ reference }) => `Contact with the victim is late on ${reference}`),
  "late:review": said(({ reference }) => `The risk review of ${reference} is late`),
  "late:supervisorReview": said(({ reference }) => `${reference} waits for a supervisor's review`),
  "late:managerReview": said(({ reference }) => `${reference} waits for a manager's review`),
  "late:actionDefault": said(({ what }) => `Late: ${what}`, askedAndStands),
  "late:referralAnswer": said(({ reference }) => `A referral on ${reference} is not answered`),
};

const wordings: Record<Exclude<NoticeKind, AdministrationKind>, Wording> = {
  ...lateWordings,
  "case-shared": { words: ({ reference }) => `${reference} is now shared with you`, detail: ({ title }) => title },
  "case-red": { words: ({ reference }) => `${reference} is red`, detail: ({ ragReason }) => ragReason },
  trigger: { words: ({ reference }) => `Something serious was recorded on ${reference}`, detail: ({ ragReason }) => ragReason },
  "access-asked": { words: ({ reference, askedBy }) => `${askedBy} asks for reach into ${reference}`, detail: ({ what, stands }) => [what, stands].filter(Boolean).join(" · ") },
  "access-answered": { words: ({ reference, stands }) => `What you asked about ${reference}: ${stands}`, detail: ({ outcome }) => outcome },
  "lead-offered": { words: ({ reference, askedBy }) => `${askedBy} asks you to take over ${reference}`, detail: ({ what, stands }) => [what, stands].filter(Boolean).join(" · ") },
  "lead-answered": { words: ({ reference, owner, stands }) => `${owner} on taking over ${reference}: ${stands}`, detail: ({ outcome }) => outcome },
  "lead-withdrawn": { words: ({ reference, askedBy }) => `${askedBy} no longer asks you to take over ${reference}`, detail: () => "" },
  "request-late": { words: ({ reference, askedBy }) => `Nobody has answered ${askedBy} about ${reference}`, detail: ({ what, stands }) => [what, stands].filter(Boolean).join(" · ") },
  "action-offered": { words: ({ what }) => `Asked of you: ${what}`, detail: askedAndStands },
  "action-given": { words: ({ what }) => `Yours to do: ${what}`, detail: askedAndStands },
  "action-declined": { words: ({ owner, what }) => `${owner} declined: ${what}`, detail: ({ declineReason }) => declineReason },
  "glass-broken": { words: ({ reference, askedBy }) => `${askedBy} opened ${reference} in an emergency`, detail: ({ what }) => what },
  "seal-broken": { words: ({ reference, askedBy }) => `${askedBy} opened a sealed entry on ${reference} in an emergency`, detail: ({ what }) => what },
  "case-sought": { words: ({ askedBy }) => `${askedBy} looked for a case in an emergency by name and date of birth`, detail: ({ what }) => what },
  "action-stranded": { words: ({ owner, what }) => `${owner} no longer reaches this: ${what}`, detail: () => "Its information sharing agreement has ended. Cancel the action, or ask another agency" },
  "recovery-code-used": { words: () => "One of your recovery codes was used to sign in", detail: () => "If that was not you: end your other sessions, make new codes, and tell your administrator" },
  "sign-in-changed": { words: () => "How you sign in was changed", detail: () => "If that was not you: end your other sessions, change your password, and tell your administrator" },
  "closure-proposed": { words: ({ reference }) => `Closing ${reference} waits for your decision`, detail: ({ title }) => title },
  "closure-declined": { words: ({ reference }) => `A manager declined to close ${reference}`, detail: ({ title }) => title },
  "case-closed": { words: ({ reference }) => `${reference} is closed`, detail: ({ title }) => title },
  "case-reopened": { words: ({ reference }) => `${reference} is open again`, detail: ({ title }) => title },
  "action-done": { words: ({ owner, what }) => `${owner} did it: ${what}`, detail: ({ outcome }) => outcome },
};

/** A notice in words: a sentence, and a line of more. */
export function noticeWords(kind: Exclude<NoticeKind, AdministrationKind>, facts: NoticeFacts): { words: string; detail: string } {
  return { words: wordings[kind].words(facts), detail: wordings[kind].detail(facts) };
}

export const administrationWords = {
  secondPerson: (waiting: number) => ({ words: waiting === 1 ? "One thing waits for you as the second person" : `${waiting} things wait for you as the second person`, detail: "Roles, links and agreements that somebody else asked for" }),
  resetOfYours: { words: "An administrator reset your sign-in", detail: "If you did not ask for it, ring them at once" },
  resetOf: (name: string, agency: string) => ({ words: `The sign-in of ${name} was reset`, detail: agency }),
  agreement: (name: string, state: { warning: string; words: string }) => ({ words: `${name}: ${(state.warning || state.words).replace(/^[A-Z]/, (first) => first.toLowerCase())}`, detail: "Make the next agreement and have it signed before then" }),
};

/** The whole of an urgent mail: nothing in it says about whom, where or what. */
export function urgentMail(origin: string): { subject: string; text: string } {
  return {
    subject: "You have an urgent item in Hereward",
    text: [
      "You have an urgent item in Hereward. Sign in to see it.",
      "",
      `${origin}/notices`,
      "",
      "This message holds no details on purpose, so that nobody else can read them. Do not reply to it.",
    ].join("\n"),
  };
}
