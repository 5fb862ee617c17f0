import type { CaseView } from "@/lib/cases/page/log-tab/schema";
import { Columns } from "../shell/page-parts";
import { EmptyState } from "../ui/layout/empty-state";
import { Card } from "../ui/layout/card";
import { LinkButton } from "../ui/link";
import { BeforeYouRingFolded } from "./aside/before-you-ring-card";
import { CaseAside } from "./aside/case-aside";
import { DutyCallsCard } from "./aside/duty-calls-card";
import { CaseFrame } from "./case-frame";
import { casePaths } from "./case-paths";
import { CaseLog } from "./log/case-log";

function SummaryOnly({ view: { header } }: { view: CaseView }) {
  const ring = [header.lead.officerName, header.lead.phone].filter(Boolean).join(", ");
  return (
    <Card>
      <EmptyState title="Your agency sees a summary of this case" action={<LinkButton href={casePaths(header.caseId).sharing}>Ask to work the case</LinkButton>}>
        You see its colour, who is involved, the next review and what you have been asked to do. The log is for the agencies that work the case. If you need it, ask {header.lead.agencyName}
        {ring ? ` (${ring})` : ""} and say why.
      </EmptyState>
    </Card>
  );
}

/** The first tab of a case: its log and what stands beside it. */
export function LogTab({ view }: { view: CaseView }) {
  const { header, log, aside } = view;
  return (
    <CaseFrame header={header} tab="log">
      <Columns sideLabel="Beside the log" side={<CaseAside caseId={header.caseId} aside={aside} />}>
        <DutyCallsCard caseId={header.caseId} calls={aside.dutyCalls} mayTick={header.may.write} />
        <BeforeYouRingFolded people={aside.beforeYouRing} />
        {log ? <CaseLog caseId={header.caseId} log={log} aside={aside} mayWrite={header.may.write} /> : <SummaryOnly view={view} />}
      </Columns>
    </CaseFrame>
  );
}
