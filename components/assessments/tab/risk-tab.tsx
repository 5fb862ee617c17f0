import type { RiskTabView } from "@/lib/assessments/tab/schema";
import { CaseFrame } from "../../cases/case-frame";
import { Columns } from "../../shell/page-parts";
import { FactStrip } from "../../ui/signal/notice";
import { ColourCard } from "./colour-card";
import { HateCard } from "./hate-card";
import { HistoryCard } from "./history-card";
import { JudgementsCard } from "./judgements-card";
import { NeedsCard } from "./needs-card";
import { SubjectsCard } from "./subjects-card";
import { TriggersCard } from "./triggers-card";

/** Risk and needs: why the case is its colour, what stands behind it, and what those it is about need. */
export function RiskTab({ view }: { view: RiskTabView }) {
  if (view.sees === "behaviour") return <OtherSide view={view} />;
  const side = (
    <>
      <JudgementsCard view={view} />
      <HistoryCard view={view} />
    </>
  );
  return (
    <CaseFrame header={view.header} tab="risk">
      <Columns sideLabel="Judgement and history" side={side}>
        {view.sees === "summary" ? (
          <FactStrip title="Your agency sees a summary.">The colour and its reason are here. Assessments and needs are for those who work the case: ask the lead agency.</FactStrip>
        ) : null}
        <HateCard view={view} />
        {view.sees === "all" ? <ColourCard view={view} /> : null}
        <TriggersCard view={view} />
        {view.sees === "all" ? (
          <>
            <SubjectsCard caseId={view.header.caseId} title="Victims" subjects={view.victims} mayAssess={view.may.assess} empty="Nobody is a victim on this case yet." />
            <SubjectsCard caseId={view.header.caseId} title="Behaviour, and the place" subjects={view.behaviour} mayAssess={view.may.assess} empty="Nobody is said to be responsible yet." />
            <NeedsCard view={view} />
          </>
        ) : null}
      </Columns>
    </CaseFrame>
  );
}

function OtherSide({ view }: { view: RiskTabView }) {
  return (
    <CaseFrame header={view.header} tab="risk">
      <FactStrip title="Your agency works with the person said to be responsible.">
        You see the colour of the behaviour alone. Victims’ assessments are not shown to your side. If you hear of a threat or a danger, record it here: the case takes its colour at once.
      </FactStrip>
      <TriggersCard view={view} />
      <NeedsCard view={view} />
    </CaseFrame>
  );
}
