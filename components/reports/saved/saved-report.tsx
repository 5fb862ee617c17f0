"use client";

import { useEffect, useRef } from "react";
import type { TakenReport } from "@/lib/assessments/intake/schema";
import { ragLabels } from "@/lib/clocks/labels";
import { PageBody, PageTitle } from "@/components/shell/page-parts";
import { Card } from "@/components/ui/layout/card";
import { SaidNext } from "@/components/ui/layout/said-next";
import { LinkButton, TextLink } from "@/components/ui/link";
import { RagTag } from "@/components/ui/signal/rag-tag";
import { WarningStrip } from "@/components/ui/signal/notice";
import { reportPaths } from "../paths";
import { CallList } from "./call-list";

const outcomes: Record<TakenReport["outcome"], string> = {
  advice_only: "Advice given", new_case: "A case began", join_case: "Joined a case", same_event: "Put with the other report of this event", triage: "Left for triage",
};

/** After a report is saved: how red and why, who sees it, what is due and when, whom to ring now, and what was not possible. */
export function SavedReport({ taken }: { taken: TakenReport }) {
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.querySelector("h1")?.focus(), []);
  const { asbCase } = taken;
  return (
    <PageBody>
      <div ref={heading}>
        <PageTitle note={taken.reference}>Report saved</PageTitle>
      </div>
      <div className="grid max-w-240 gap-stack">
      <SaidNext title={savedWords(taken)} steps={taken.next} />
      {asbCase ? (
        <Card title={asbCase.mayOpen ? <TextLink href={reportPaths.asbCase(asbCase.caseId)}>{asbCase.reference}</TextLink> : asbCase.reference} aside={`led by ${asbCase.leadName}`} id="the-case">
          <div className="grid gap-2">
            <p className="flex flex-wrap items-center gap-2">
              <RagTag rag={taken.rag ?? "unassessed"} score={taken.score} size="large" />
              <span>{taken.reason || "The colour comes with the first assessment."}</span>
            </p>
            {asbCase.ring.name ? <p className="text-note">Named officer: {asbCase.ring.name} <span className="tabular-nums">{asbCase.ring.phone}</span></p> : null}
          </div>
        </Card>
      ) : null}
      {taken.ring.length > 0 ? (
        <Card title="Ring now" aside="within 4 hours, day or night" flush id="ring-now">
          <CallList calls={taken.ring} />
        </Card>
      ) : null}
      {taken.notPossible.map(({ name, why, instead }) => (
        <WarningStrip key={name} title={`${name} was not told.`}>
          {why} {instead}
        </WarningStrip>
      ))}
      <div className="flex flex-wrap gap-2">
        {asbCase?.mayOpen ? <LinkButton href={reportPaths.asbCase(asbCase.caseId)} look="primary">Open {asbCase.reference}</LinkButton> : null}
        <LinkButton href={reportPaths.report(taken.reportId)}>See the report</LinkButton>
        <LinkButton href={reportPaths.list}>All reports</LinkButton>
      </div>
      </div>
    </PageBody>
  );
}

function savedWords({ rag, score, outcome }: TakenReport): string {
  const colour = rag ? `: ${ragLabels[rag]}${score === null ? "" : ` ${score}`}` : "";
  return `${outcomes[outcome]}${colour}`;
}
