import type { AgreementLine, AgreementListView } from "@/lib/agencies/agreements/schema";
import { counted } from "@/lib/format/due";
import { Card, Row, Rows } from "../../ui/layout/card";
import { EmptyState } from "../../ui/layout/empty-state";
import { PlainLink } from "../../ui/link";
import { Tag } from "../../ui/signal/tag";
import { AdminFrame } from "../admin-frame";
import { adminPaths } from "../admin-paths";
import { ProposeAgreement } from "./propose-agreement";

/** The register of agreements, those that end soonest first. */
export function AgreementList({ view }: { view: AgreementListView }) {
  return (
    <AdminFrame menu={view.menu} title="Agreements" current={adminPaths.agreements} actions={view.may.propose ? <ProposeAgreement purposes={view.purposes} /> : null}>
      <p className="max-w-prose text-ink-soft">Nobody reaches a case without a live signature of their agency. An agreement ends at midnight after its last day, by itself.</p>
      <Card flush>
        {view.agreements.length === 0 ? <EmptyState title="No agreements">{view.may.propose ? "Propose the first one above." : "Your agency has signed none. Ask county information governance."}</EmptyState> : (
          <Rows label="Agreements">{view.agreements.map((line) => <AgreementRow key={line.agreementId} line={line} />)}</Rows>
        )}
      </Card>
    </AdminFrame>
  );
}

function AgreementRow({ line }: { line: AgreementLine }) {
  return (
    <Row className="grid gap-x-6 gap-y-1 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="min-w-0 wrap-anywhere">
        <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1"><PlainLink href={adminPaths.agreement(line.agreementId)} className="font-bold text-link hover:underline">{line.name}</PlainLink><Tag tone={line.state.tone}>{line.state.words}</Tag></p>
        <p className="text-note text-ink-soft">{line.purposeWords.join(" · ")}</p>
        {line.state.warning ? <p className="text-note">{line.state.code === "live" ? <span className="font-bold text-soon">{line.state.warning}</span> : line.state.warning}</p> : null}
      </div>
      <div className="text-note text-ink-soft tabular-nums">
        <p>{line.fromWords} to {line.untilWords}</p>
        <p>{counted(line.signatures, "signature")}{line.waiting > 0 ? <> · <span className="font-bold text-soon">{line.waiting} to confirm</span></> : null}</p>
      </div>
    </Row>
  );
}
