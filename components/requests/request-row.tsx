import type { RequestsView, RequestView } from "@/lib/referrals/requests/schema";
import { Row } from "../ui/layout/card";
import { TextLink } from "../ui/link";
import { DueTag } from "../ui/signal/due-tag";
import { Tag } from "../ui/signal/tag";
import { AnswerAccess } from "./answer-access";
import { AnswerOffer } from "./answer-offer";
import { WithdrawRequest } from "./withdraw-request";

type Props = { request: RequestView; view: Pick<RequestsView, "gateways" | "colleagues">; memberId: string; onChanged?: () => void };

/** One request: who asks whom for what and why, how it stands, and what the reader may do about it. */
export function RequestRow({ request, view, memberId, onChanged }: Props) {
  const { reference, caseId, may, answerBy } = request;
  return (
    <Row id={`request-${request.requestId}`} className="grid gap-1.5">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h3 className="min-w-0 text-body">
          {request.isOurs ? `${reference}, ${request.kind === "access_request" ? `led by ${request.toName || "another agency"}` : `offered to ${request.toName}`}` : `${request.fromName}: ${reference}`}{" "}
          <Tag tone={request.isOpen ? "act" : undefined}>{request.statusWords}</Tag>
        </h3>
        {answerBy ? <DueTag words={answerBy.words} tone={answerBy.tone} dueAt={answerBy.at} /> : null}
      </div>
      <p><strong>{request.wantedWords}.</strong> For: {request.purpose}</p>
      <p className="wrap-anywhere">“{request.reason}”</p>
      {request.answer ? <p className="wrap-anywhere"><strong>Answer:</strong> {request.answer}</p> : null}
      <p className="text-note text-ink-soft">
        {[request.askedWords, request.basisWords, request.answeredWords ? `answered ${request.answeredWords}` : "", request.isOpen && request.ring ? `if it cannot wait, ring ${request.ring}` : ""].filter(Boolean).join(" · ")}
        {caseId ? <> · <TextLink href={`/cases/${caseId}`}>Open {reference}</TextLink></> : null}
      </p>
      {may.answer || may.withdraw ? (
        <div className="flex flex-wrap gap-2 print:hidden">
          {may.answer && request.kind === "access_request" ? <AnswerAccess request={request} gateways={view.gateways} onChanged={onChanged} /> : null}
          {may.answer && request.kind === "lead_transfer" ? <AnswerOffer request={request} colleagues={view.colleagues} memberId={memberId} onChanged={onChanged} /> : null}
          {may.withdraw ? <WithdrawRequest request={request} onChanged={onChanged} /> : null}
        </div>
      ) : null}
    </Row>
  );
}
