import { approvalReasonLabels } from "@/lib/assessments/closing/labels";
import type { ClosingView } from "@/lib/assessments/closing/schema";
import { listWords } from "@/lib/format/text";
import { casePaths } from "../cases/case-paths";
import { Columns } from "../shell/page-parts";
import { Card, Rows } from "../ui/layout/card";
import { SummaryList } from "../ui/layout/summary-list";
import { TextLink } from "../ui/link";
import { InfoStrip, WarningStrip } from "../ui/signal/notice";
import { Tag } from "../ui/signal/tag";
import { CloseForm } from "./close-form";
import { DecideClosure, Withdraw } from "./decide-closure";
import { Reopen } from "./reopen";
import { RecordView } from "./record-view";

/** How a case ends: what it still needs, what its victims say, and the step that is next. */
export function ClosingTab({ view }: { view: ClosingView }) {
  const { proposal, closed, last, may } = view;
  const isReady = view.needs.every((need) => need.isMet);
  return (
    <Columns sideLabel="What stays" side={<Side view={view} />}>
      {closed ? <Closed view={view} closed={closed} /> : null}
      {proposal ? <Proposal view={view} proposal={proposal} /> : null}
      {last && !closed ? <WarningStrip title={`${last.words}.`}>{last.reason}</WarningStrip> : null}
      {closed ? null : <Needs view={view} />}
      {view.victims.length > 0 ? <Victims view={view} /> : null}
      {may.propose && isReady ? <CloseForm view={view} /> : null}
      {may.propose && !isReady ? <InfoStrip title="Not yet.">Once everything above is there, the case can be closed here.</InfoStrip> : null}
      {!may.propose && !closed && !proposal ? <InfoStrip title={`${view.header.lead.agencyName} leads this case and closes it.`}>{may.recordView ? "You can record what a victim says of it." : null}</InfoStrip> : null}
    </Columns>
  );
}

function Needs({ view: { needs, header, actions } }: { view: ClosingView }) {
  const paths = casePaths(header.caseId);
  const where = { risk: { href: paths.risk, words: "Risk & needs" }, plan: { href: paths.plan, words: "Plan & actions" } };
  return (
    <Card id="needs" title="Before it closes" flush>
      <Rows>
        {needs.map(({ code, isMet, words, fix }) => (
          <li key={code} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-card py-2.5">
            <Tag tone={isMet ? "plain" : "warning"}>{isMet ? "Done" : "Missing"}</Tag>
            <span className="min-w-0 flex-1">
              {words}
              {code === "open-actions" && !isMet ? `: ${actions.map(({ what }) => what).join("; ")}` : ""}.
            </span>
            {!isMet && fix !== "here" ? <TextLink href={where[fix].href}>{where[fix].words}</TextLink> : null}
          </li>
        ))}
      </Rows>
    </Card>
  );
}

function Victims({ view: { victims, header, may } }: { view: ClosingView }) {
  return (
    <Card id="victims" title="What the victims say of it" flush>
      <Rows>
        {victims.map((victim) => (
          <li key={victim.involvementId} className="grid gap-1 px-card py-3 sm:flex sm:items-start sm:gap-4">
            <div className="min-w-0 flex-1">
              <strong>{victim.name}</strong>
              <p>{victim.viewWords || "Not asked yet"}</p>
              {victim.words ? <p className="text-ink-soft">“{victim.words}”</p> : null}
              <p className="text-note text-ink-soft">{victim.closing.words}</p>
            </div>
            {may.recordView ? <RecordView victim={victim} caseId={header.caseId} /> : null}
          </li>
        ))}
      </Rows>
    </Card>
  );
}

function Proposal({ view, proposal }: { view: ClosingView; proposal: NonNullable<ClosingView["proposal"]> }) {
  const { header, may } = view;
  return (
    <Card id="proposal" title="Closing is proposed" foot={may.decide || may.withdraw ? <>{may.withdraw ? <Withdraw header={header} /> : null}{may.decide ? <DecideClosure header={header} /> : null}</> : undefined}>
      <SummaryList items={[{ label: "Outcome", value: proposal.outcomeWords }, { label: "Why it can close", value: proposal.reason }, { label: "Proposed by", value: `${proposal.by}, ${proposal.whenWords}` }]} />
      <p className="mt-2">
        A manager of {header.lead.agencyName} decides, because {listWords(proposal.because.map((reason) => approvalReasonLabels[reason]))}.
        {proposal.isMine ? " You proposed it, so it is somebody else." : ""}
      </p>
    </Card>
  );
}

function Closed({ view, closed }: { view: ClosingView; closed: NonNullable<ClosingView["closed"]> }) {
  return (
    <Card id="closed" title={`Closed ${closed.whenWords}`} foot={view.may.reopen ? <Reopen header={view.header} /> : undefined}>
      <SummaryList items={[{ label: "Outcome", value: closed.outcomeWords }]} />
      <p className="mt-2">
        {closed.mayStillReopen ? `It can open again, as itself and with all its history, until ${closed.untilWords}.` : "It was closed more than 28 days ago. If it goes on, take a new report: the new case shows this one as the one before."}
      </p>
    </Card>
  );
}

function Side({ view: { orders, header } }: { view: ClosingView }) {
  return (
    <>
      <Card id="orders" title="Orders">
        {orders.length > 0 ? (
          <>
            <ul className="list-disc ps-5">{orders.map(({ id, words }) => <li key={id}>{words}</li>)}</ul>
            <p className="mt-2 text-note text-ink-soft">What is in force stays in force when the case closes, and is still shown with the person and the place.</p>
          </>
        ) : (
          <p>Nothing is in force.</p>
        )}
        <p className="mt-2"><TextLink href={casePaths(header.caseId).interventions}>Interventions</TextLink></p>
      </Card>
      <Card id="afterwards" title="Afterwards">
        <ul className="grid list-disc gap-1 ps-5">
          <li>Everyone who has the case is told that it closed, and can still read it.</li>
          <li>For 28 days it can open again. Later, a new report begins a new case that points back to this one.</li>
          <li>Tell the victim how to come back to you, and that they may ask for a case review.</li>
        </ul>
      </Card>
    </>
  );
}
