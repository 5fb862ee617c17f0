import { workRefusals } from "../cases/page/labels";

/** Words for each refusal of a referral. */
export const referralRefusals: Record<string, string> = {
  ...workRefusals,
  "case-closed": "This case is closed. If it goes on, take a new report: it finds this one and begins another.",
  "already-answered": "This referral has its outcome already.",
  "not-yours": "The agency that made the referral records its answer, or the lead agency does.",
  "consent-refused": "The person does not agree to this referral. Without their consent it rests on vital interests or a safeguarding duty alone: choose one of those, and say why.",
};

export const referralStatuses: Record<string, string> = {
  sent: "Sent, not answered yet",
  received: "They have it",
  accepted: "Accepted",
  more_information: "They need to know more",
  not_threshold: "Does not meet their threshold",
  already_known: "Already known to them",
  declined: "Declined",
};

export const consentAnswers: Record<string, string> = {
  given: "Agrees to the referral",
  refused: "Does not agree",
  not_asked: "Not asked yet",
  not_needed: "Not needed: a duty or a danger to life requires it",
};

export const sendingWays: Record<string, string> = {
  secure_email: "Secure e-mail",
  phone: "By phone",
  letter: "Letter",
  in_person: "In person",
};
