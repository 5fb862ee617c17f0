import type { AgreementView } from "@/lib/agencies/agreements/schema";
import { Card, Row, Rows } from "../../ui/layout/card";
import { EmptyState } from "../../ui/layout/empty-state";
import { SummaryList } from "../../ui/layout/summary-list";
import { TextLink } from "../../ui/link";
import { InfoStrip, WarningStrip } from "../../ui/signal/notice";
import { Tag } from "../../ui/signal/tag";
import { AdminFrame } from "../admin-frame";
import { adminPaths } from "../admin-paths";
import { AddSignatory } from "./add-signatory";
import { Activate, DecideSignatory } from "./decide";
import { DecideWithdrawal, WithdrawAgreement } from "./withdraw-agreement";
import { WithdrawSignature } from "./withdraw-signature";

/** One agreement: how it stands, who signed it for which areas, and what waits for a second person. */
export function AgreementPage({ view }: { view: AgreementView }) {
  const { agreement, may, signatures, proposals } = view;
  return (
    <AdminFrame menu={view.menu} title={agreement.name} current={adminPaths.agreements} actions={<>{may.sign ? <AddSignatory view={view} /> : null}{may.activate ? <Activate agreement={agreement} /> : null}{may.withdraw && !view.withdrawal && agreement.state.code !== "withdrawn" && agreement.state.code !== "ended" ? <WithdrawAgreement agreement={agreement} /> : null}</>}>
      <TextLink href={adminPaths.agreements} className="w-fit">All agreements</TextLink>
      {view.withdrawal ? <DecideWithdrawal agreement={agreement} withdrawal={view.withdrawal} /> : null}
      {agreement.state.warning ? <WarningStrip title={`${agreement.state.warning}.`}>{agreement.state.code === "live" ? "Make the next agreement and have it signed before then." : null}</WarningStrip> : null}
      {agreement.state.code === "proposed" ? <InfoStrip title={`Proposed${agreement.proposedBy ? ` by ${agreement.proposedBy}` : ""}: nothing is shared under it yet.`}>{may.whyNotActivate}</InfoStrip> : null}
      <Card>
        <SummaryList layout="line" items={[
          { label: "It is", value: <Tag tone={agreement.state.tone}>{agreement.state.words}</Tag> }, { label: "From", value: agreement.fromWords }, { label: "Last day", value: agreement.untilWords }, { label: "For", value: agreement.purposeWords.join(" · ") },
        ]} />
      </Card>
      {proposals.length > 0 ? (
        <Card title="Signatures to confirm" aside={String(proposals.length)} flush>
          <Rows label="Signatures to confirm">{proposals.map((one) => <Row key={one.proposalId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2"><Signed one={one} note={`recorded by ${one.askedBy}`} />{may.withdraw ? <DecideSignatory proposal={one} /> : null}</Row>)}</Rows>
        </Card>
      ) : null}
      <Card title="Who signed it" aside={String(signatures.length)} flush>
        {signatures.length === 0 ? <EmptyState level={3} title="Nobody yet">{may.sign ? "Add its signatories above." : null}</EmptyState> : (
          <Rows label="Who signed it">{signatures.map((one) => (
            <Row key={one.signatureId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
              <Signed one={one} state={one.state} note={one.withdrawReason} />
              {one.state.code === "live" ? <WithdrawSignature signature={one} mayWithdraw={may.withdraw} /> : null}
            </Row>
          ))}</Rows>
        )}
      </Card>
    </AdminFrame>
  );
}

type Signatory = AgreementView["signatures"][number] | AgreementView["proposals"][number];

function Signed({ one, state, note }: { one: Signatory; state?: AgreementView["signatures"][number]["state"]; note: string }) {
  return (
    <div className="min-w-0 wrap-anywhere">
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1"><strong>{one.agency}</strong>{state && state.code !== "live" ? <Tag tone={state.tone}>{state.words}</Tag> : null}{one.coversTriage ? <Tag>Triage</Tag> : null}</p>
      <p className="text-note">{one.areas.join(" · ")}</p>
      <p className="text-note text-ink-soft tabular-nums">{one.signatoryName}, {one.signedWords} · until {one.untilWords}{note ? ` · ${note}` : ""}</p>
    </div>
  );
}
