import type { ReferralsView, ReferralView } from "../../lib/referrals/schema";
import { Card, Row, Rows } from "../ui/layout/card";
import { EmptyState } from "../ui/layout/empty-state";
import { DueTag } from "../ui/signal/due-tag";
import { Tag } from "../ui/signal/tag";
import { AnswerReferralButton } from "./answer-referral";
import { ReferralForm } from "./referral-form";

/** What was asked of services, on the system and off it, and what they answered. */
export function Referrals({ view }: { view: ReferralsView }) {
  return (
    <div className="grid items-start gap-card lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
      <Card id="referrals" title="Referrals" aside={String(view.referrals.length)} flush>
        {view.referrals.length === 0 ? <EmptyState title="No referrals yet">A referral puts a question to a service and is tracked until it is answered.</EmptyState> : null}
        <Rows label="Referrals">
          {view.referrals.map((referral) => (
            <Row key={referral.referralId}>
              <Referral referral={referral} />
            </Row>
          ))}
        </Rows>
      </Card>
      {view.mayRecord ? <ReferralForm view={view} /> : null}
    </div>
  );
}

function Referral({ referral }: { referral: ReferralView }) {
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-baseline justify-between gap-2">
        <span>
          <b>{referral.toName}</b> <Tag>{referral.statusWords}</Tag> {referral.isPartnerGap ? <Tag>Partner gap: {referral.gapReason}</Tag> : null}
        </span>
        {referral.answerBy ? (
          <span className="text-note">
            answer due <DueTag words={referral.answerBy.words} tone={referral.answerBy.tone} dueAt={referral.answerBy.at} />
          </span>
        ) : null}
      </p>
      <p className="whitespace-pre-line">{referral.question}</p>
      <p className="text-note text-ink-soft">
        {referral.consentWords} · {referral.legalBasisWords} · {referral.sentWords}
      </p>
      {referral.wishes ? <p className="text-note">Their wishes: {referral.wishes}</p> : null}
      {referral.outcome ? <p className="whitespace-pre-line">They said: {referral.outcome}</p> : null}
      {referral.mayAnswer ? (
        <div>
          <AnswerReferralButton referral={referral} />
        </div>
      ) : null}
    </div>
  );
}
