import type { AssessmentPageView } from "@/lib/assessments/asking/schema";
import { PageBody, PageHeader, PageTitle } from "../../shell/page-parts";
import { PrintSheet } from "../../shell/print-parts";
import { Card } from "../../ui/layout/card";
import { LinkButton, TextLink } from "../../ui/link";
import { FactStrip } from "../../ui/signal/notice";
import { SummaryList } from "../../ui/layout/summary-list";
import { riskPaths } from "../risk-paths";
import { AssessmentFacts } from "./assessment-facts";
import { Breakdown } from "./breakdown";
import { PrintButton } from "./print-button";

/** One completed assessment, on screen and on paper. */
export function AssessmentPage({ view, printedBy, printedAt }: { view: AssessmentPageView; printedBy: string; printedAt: string }) {
  const { assessment } = view;
  const paths = riskPaths(view.caseId);
  return (
    <PrintSheet marking="OFFICIAL-SENSITIVE" title={assessment.title} reference={view.reference} printedBy={printedBy} printedAt={printedAt}>
      <PageHeader>
        <p className="text-note print:hidden">
          <TextLink href={paths.tab}>Risk and needs of {view.reference}</TextLink>
        </p>
        <PageTitle
          actions={
            <>
              <PrintButton />
              {view.mayAssess && !view.supersededById ? <LinkButton look="primary" href={paths.assess(view.subject, assessment.templateKey)}>Assess again</LinkButton> : null}
            </>
          }
        >
          {assessment.title}: {assessment.subjectName}
        </PageTitle>
        <AssessmentFacts assessment={assessment} />
      </PageHeader>
      <PageBody>
        {view.supersededById ? (
          <FactStrip title="There is a newer one." action={<TextLink href={paths.assessment(view.supersededById)}>Open it</TextLink>}>
            This is kept as it was.
          </FactStrip>
        ) : null}
        <Card title="The answers" aside="In the words that were shown">
          <Breakdown assessment={assessment} level={3} />
        </Card>
        <Card title="How it was made">
          <SummaryList
            items={[
              { label: "Completed", value: assessment.atWords },
              { label: "By", value: `${assessment.byName}, ${assessment.byAgency}` },
              { label: "How", value: assessment.sourceWords },
              { label: "Why", value: assessment.purposeWords },
              { label: "Form", value: `${assessment.title}, version ${assessment.version}` },
              ...(view.supersedesId ? [{ label: "Before it", value: <TextLink href={paths.assessment(view.supersedesId)}>The earlier assessment</TextLink> }] : []),
            ]}
          />
        </Card>
      </PageBody>
    </PrintSheet>
  );
}
