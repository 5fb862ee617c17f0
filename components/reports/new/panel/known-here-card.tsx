"use client";

import type { KnownHereView } from "@/lib/reports/known/schema";
import { counted } from "@/lib/format/due";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/layout/card";
import { TextLink } from "@/components/ui/link";
import { RagTag } from "@/components/ui/signal/rag-tag";
import { reportPaths } from "../../paths";

type KnownHereProps = {
  here: KnownHereView;
  mayJoin: boolean;
  joined: string;
  same: string;
  onJoin: (caseId: string) => void;
  onSame: (reportId: string) => void;
};

/** What is known of the place: reports and cases the member may see, and numbers and pointers for the rest. */
export function KnownHereCard({ here, mayJoin, joined, same, onJoin, onSame }: KnownHereProps) {
  return (
    <Card title="Already known here" tone="act" id="known-here">
      <div className="divide-y divide-act-line [&>*]:py-2 [&>*:first-child]:pt-0 [&>*:last-child]:pb-0">
        <Reports {...{ here, same, onSame }} />
        {here.cases.map((asbCase) => (
          <div key={asbCase.caseId} className="grid gap-1">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <TextLink href={reportPaths.asbCase(asbCase.caseId)} target="_blank" className="font-bold">{asbCase.reference}</TextLink>
              <RagTag rag={asbCase.rag ?? "unassessed"} />
            </p>
            <p className="text-note">{asbCase.title}, led by {asbCase.leadName}{asbCase.closedWords ? <>, <strong>{asbCase.closedWords}</strong></> : null}</p>
            <Ring {...asbCase.ring} />
            {mayJoin && asbCase.mayJoin && (!asbCase.closedWords || asbCase.mayReopen) ? (
              <div>
                <Button look={joined === asbCase.caseId ? "secondary" : "primary"} size="small" aria-pressed={joined === asbCase.caseId} onClick={() => onJoin(asbCase.caseId)}>
                  {joined === asbCase.caseId ? "Joining this case" : asbCase.closedWords ? "Join, and open it again" : "Join this case"}
                </Button>
              </div>
            ) : null}
          </div>
        ))}
        {here.pointers.map((pointer) => (
          <div key={pointer.reference}>
            <p><strong>{pointer.reference}</strong> is open, led by {pointer.leadName}</p>
            <Ring {...pointer.ring} />
          </div>
        ))}
      </div>
    </Card>
  );
}

function Reports({ here, same, onSame }: Pick<KnownHereProps, "here" | "same" | "onSame">) {
  if (here.total === 0) return <p>No reports here in 12 months.</p>;
  return (
    <div className="grid gap-1">
      <p><strong>{counted(here.total, "report")} here</strong> in 12 months</p>
      {here.reports.slice(0, 3).map((report) => (
        <p key={report.reportId} className="flex flex-wrap items-baseline justify-between gap-x-2 text-note">
          <span>{report.dayWords} · {report.headingLabel} · {report.agencyName}</span>
          <Button look="quiet" size="small" aria-pressed={same === report.reportId} onClick={() => onSame(report.reportId)}>
            {same === report.reportId ? "Same event" : "Same event?"}
          </Button>
        </p>
      ))}
      {here.reports.length > 3 ? <p className="text-note text-ink-soft">and {here.reports.length - 3} more you may open</p> : null}
      {here.others.length > 0 ? <p className="text-note text-ink-soft">{here.others.map(({ agencyName, count }) => `${count} by ${agencyName}`).join(" · ")}</p> : null}
    </div>
  );
}

function Ring({ name, phone }: { name: string; phone: string }) {
  return name || phone ? <p className="text-note">Ring {name} <span className="tabular-nums whitespace-nowrap">{phone}</span></p> : null;
}
