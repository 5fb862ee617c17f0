import type { AskingView } from "@/lib/assessments/asking/schema";
import { PageBody, PageHeader, PageTitle } from "../shell/page-parts";
import { Card, Row, Rows } from "../ui/layout/card";
import { EmptyState } from "../ui/layout/empty-state";
import { LinkButton, TextLink } from "../ui/link";
import { RagTag } from "../ui/signal/rag-tag";
import { riskPaths } from "./risk-paths";

type SubjectsProps = { title: string; hint: string; caseId: string; subjects: AskingView["subjects"]; templateKey: "VRA" | "PCI"; empty: string };

/** Whom or where to assess, with how each stands now. */
export function SubjectChoice({ view }: { view: AskingView }) {
  const paths = riskPaths(view.caseId);
  return (
    <>
      <PageHeader>
        <p className="text-note">
          <TextLink href={paths.tab}>Risk and needs of {view.reference}</TextLink>
        </p>
        <PageTitle>Who or what is it about?</PageTitle>
      </PageHeader>
      <PageBody>
        <Subjects caseId={view.caseId} subjects={view.subjects} templateKey="VRA" title="Victims" hint="Every victim has their own. The worst of them counts." empty="Nobody is a victim on this case yet. Add them on the People tab." />
        <Subjects caseId={view.caseId} subjects={view.subjects} templateKey="PCI" title="Behaviour, and the place" hint="What is done, how it affects people, and what was tried." empty="Nobody is said to be responsible, and the case has no place." />
      </PageBody>
    </>
  );
}

function Subjects({ title, hint, caseId, subjects, templateKey, empty }: SubjectsProps) {
  const own = subjects.filter((subject) => subject.templateKey === templateKey);
  const paths = riskPaths(caseId);
  return (
    <Card title={title} aside={hint} flush>
      {own.length === 0 ? (
        <EmptyState title={empty} level={3} />
      ) : (
        <Rows label={title}>
          {own.map(({ subject, name, note, latest }) => (
            <Row key={subject}>
              <div className="flex flex-wrap items-center justify-between gap-3">
                <div>
                  <p className="font-bold">{name}</p>
                  <p className="text-note text-ink-soft">{note}</p>
                </div>
                <div className="flex flex-wrap items-center gap-3">
                  {latest ? (
                    <span className="flex items-center gap-2 text-note text-ink-soft">
                      {latest.atWords} <RagTag rag={latest.rag} score={latest.score} />
                    </span>
                  ) : (
                    <RagTag rag="unassessed" />
                  )}
                  <LinkButton href={paths.assess(subject, templateKey)} look="primary" aria-label={`Assess ${name}`}>
                    Assess
                  </LinkButton>
                </div>
              </div>
            </Row>
          ))}
        </Rows>
      )}
    </Card>
  );
}
