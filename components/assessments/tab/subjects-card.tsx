import type { AssessedSubject } from "@/lib/assessments/reading/schema";
import { Card } from "../../ui/layout/card";
import { Disclosure } from "../../ui/layout/disclosure";
import { LinkButton, TextLink } from "../../ui/link";
import { RagTag } from "../../ui/signal/rag-tag";
import { Tag } from "../../ui/signal/tag";
import { AssessmentFacts } from "../reading/assessment-facts";
import { Breakdown } from "../reading/breakdown";
import { riskPaths } from "../risk-paths";

type SubjectsCardProps = { caseId: string; title: string; subjects: readonly AssessedSubject[]; mayAssess: boolean; empty: string };

/** Each person or place assessed: the latest in its own words, and those before it. */
export function SubjectsCard({ caseId, title, subjects, mayAssess, empty }: SubjectsCardProps) {
  return (
    <Card title={title} flush>
      {subjects.length === 0 ? <p className="px-card py-3 text-ink-soft">{empty}</p> : null}
      <ul className="divide-y divide-line">
        {subjects.map((subject) => (
          <li key={subject.subject + subject.templateKey} className="grid gap-2 px-card py-3">
            <Subject {...{ caseId, subject, mayAssess }} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Subject({ caseId, subject, mayAssess }: { caseId: string; subject: AssessedSubject; mayAssess: boolean }) {
  const paths = riskPaths(caseId);
  const { latest, earlier, name, note, isActive } = subject;
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h3>
          {name} <span className="text-note font-normal text-ink-soft">{note}</span>
        </h3>
        {mayAssess && isActive ? (
          <LinkButton href={paths.assess(subject.subject, subject.templateKey)} look={latest ? "secondary" : "primary"} aria-label={`${latest ? "Assess again" : "Assess"}: ${name}`}>
            {latest ? "Assess again" : "Assess"}
          </LinkButton>
        ) : null}
      </div>
      {latest ? (
        <>
          <AssessmentFacts assessment={latest} />
          <p className="text-note text-ink-soft">
            {latest.byName}, {latest.byAgency} · {latest.atWords} · {latest.sourceWords.toLowerCase()} · <TextLink href={paths.assessment(latest.assessmentId)} aria-label={`Open and print the assessment of ${name}`}>open and print</TextLink>
          </p>
          <Disclosure summary="Answers and points">
            <Breakdown assessment={latest} level={4} />
          </Disclosure>
        </>
      ) : (
        <RagTag rag="unassessed" />
      )}
      {earlier.length > 0 ? (
        <Disclosure summary={earlier.length === 1 ? "One before it" : `${earlier.length} before it`}>
          <ul className="grid gap-2">
            {earlier.map((each) => (
              <li key={each.assessmentId} className="flex flex-wrap items-center gap-2">
                <RagTag rag={each.rag} score={each.score} />
                <TextLink href={paths.assessment(each.assessmentId)}>{each.atWords}</TextLink>
                <span className="text-note text-ink-soft">{[each.byAgency, each.raisedWords].filter(Boolean).join(" · ")}</span>
                {each.unknownWords ? <Tag tone="soon">{each.unknownWords}</Tag> : null}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </>
  );
}
