"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ragAndScoreWords, sourceLabels } from "@/lib/assessments/labels";
import type { AskingView } from "@/lib/assessments/asking/schema";
import type { RiskOutcome } from "@/lib/assessments/alerts/schema";
import { purposeLabels } from "@/lib/assessments/risk/labels";
import { assessmentPurposes, type AssessmentPurpose, type RecordedAssessment } from "@/lib/assessments/risk/schema";
import { assessmentSources, type AssessmentSource } from "@/lib/assessments/schema";
import { DraftNote } from "../shell/draft-note";
import { say } from "../shell/said";
import { useDraft } from "../shell/use-draft";
import { useSend } from "../shell/use-send";
import { PageBody, PageHeader, PageTitle } from "../shell/page-parts";
import { Button } from "../ui/button";
import { Form } from "../ui/form/form";
import { RadioPills } from "../ui/form/radio-pills";
import { Card } from "../ui/layout/card";
import { TextLink } from "../ui/link";
import { InfoStrip, WarningStrip } from "../ui/signal/notice";
import { AssessmentForm } from "./assessment-form";
import { FormChanged } from "./form/form-changed";
import { filledIn, fromDraft, type AssessmentValue } from "./form/value";
import { riskPaths } from "./risk-paths";
import { riskSaid } from "./risk-said";

type Asked = { templateId: string; value: AssessmentValue; purpose: AssessmentPurpose; source: AssessmentSource | "" };
type Overtaken = { score: number; rag: "red" | "amber" | "green" } | null;

const purposes = (isFirst: boolean) => assessmentPurposes.filter((purpose) => (purpose === "initial") === isFirst);

/** The form of one subject: kept as a draft while it is answered, and said in words once it is saved. */
export function AssessPage({ view, form }: { view: AskingView; form: NonNullable<AskingView["form"]> }) {
  const router = useRouter();
  const paths = riskPaths(view.caseId);
  const restored = form.draft?.data as Partial<Asked> | undefined;
  const draft = useDraft<Asked>({
    kind: "assessment", subject: `${view.caseId}:${form.subject}`,
    initial: { templateId: form.templateId, value: fromDraft(form.template, null), purpose: form.isFirst ? "initial" : "review", source: "" },
    restored: form.draft && { data: { templateId: form.templateId, value: fromDraft(form.template, restored?.value), purpose: restored?.purpose ?? "review", source: restored?.source ?? "" }, savedAt: form.draft.savedAt },
  });
  const [lastAssessmentId, setLastAssessmentId] = useState(form.lastAssessmentId);
  const [overtaken, setOvertaken] = useState<Overtaken>(null);
  const sending = useSend<RecordedAssessment & { outcome: RiskOutcome }>({
    path: paths.complete,
    onSaved: (saved) => {
      void draft.discard();
      say(riskSaid(`Assessment saved: ${ragAndScoreWords(saved)}.`, saved.outcome));
      router.push(paths.tab as never);
      router.refresh();
    },
    onRefused: (problem) => {
      if (problem.error !== "Conflict") return;
      const current = problem.current as { id: string; score: number; rag: "red" } | null;
      setOvertaken(current);
      setLastAssessmentId(current?.id ?? null);
    },
  });
  const { value, purpose, source } = draft.data;
  const submit = () => void sending.save({
    templateKey: form.template.key, templateId: form.templateId, involvementId: form.involvementId, placeId: form.placeId, lastAssessmentId, purpose, source: source || undefined, ...filledIn(value),
  });
  return (
    <>
      <PageHeader>
        <p className="text-note">
          <TextLink href={paths.tab}>Risk and needs of {view.reference}</TextLink>
        </p>
        <PageTitle note={<DraftNote state={draft.state} />}>{form.template.subject === "victim" ? `Risk with ${form.name}` : `Behaviour and impact: ${form.name}`}</PageTitle>
      </PageHeader>
      <PageBody>
        {form.draft ? (
          <InfoStrip title="Your unfinished answers are back." action={<Button size="small" onClick={() => void draft.discard().then(() => window.location.reload())}>Start again</Button>}>
            Go on where you stopped.
          </InfoStrip>
        ) : null}
        {form.changed ? <FormChanged changed={form.changed} /> : null}
        {overtaken ? (
          <WarningStrip role="alert" title={`Somebody else assessed ${form.name} while you were asking: ${ragAndScoreWords({ ...overtaken, borderlineTo: null })}.`}>
            Nothing of yours is lost. Save again to add yours after theirs; theirs stays in the history.
          </WarningStrip>
        ) : null}
        <Form onSubmit={submit} errors={sending.errors} message={overtaken ? undefined : sending.message} requestId={sending.problem?.error === "Unexpected" ? sending.problem.requestId : undefined} className="grid gap-stack">
          <AssessmentForm
            template={form.template}
            value={value}
            previous={form.previous}
            context={form.context}
            onChange={(next) => draft.change((before) => ({ ...before, value: next }))}
            finish={
              <Card title="How it was asked">
                <div className="grid gap-card">
                  <RadioPills name="source" label="How were the answers given?" choices={assessmentSources.map((each) => ({ value: each, label: sourceLabels[each] }))} value={source || null} onChange={(next) => draft.change((before) => ({ ...before, source: next }))} />
                  <RadioPills name="purpose" label="Why now?" choices={purposes(form.isFirst).map((each) => ({ value: each, label: purposeLabels[each] }))} value={purpose} onChange={(next) => draft.change((before) => ({ ...before, purpose: next }))} />
                  <div className="flex flex-wrap items-center gap-3">
                    <Button type="submit" look="primary" size="large" busy={sending.isSending} keys="Ctrl ↵">
                      Save assessment
                    </Button>
                    <span className="text-note text-ink-soft">Once saved it cannot be changed. To put it right, assess again.</span>
                  </div>
                </div>
              </Card>
            }
          />
        </Form>
      </PageBody>
    </>
  );
}
