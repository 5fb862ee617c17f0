"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { Template } from "@/lib/assessments/schema";
import { changesBetween } from "@/lib/assessments/templates/changes/rules";
import { readForm } from "@/lib/assessments/templates/importing/rules";
import type { TestCase } from "@/lib/assessments/templates/testing/schema";
import type { VersionView } from "@/lib/assessments/templates/version/schema";
import { say } from "@/components/shell/said";
import { useSend } from "@/components/shell/use-send";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form/form";
import { RadioPills } from "@/components/ui/form/radio-pills";
import { TextInput } from "@/components/ui/form/text-input";
import { Card } from "@/components/ui/layout/card";
import { AskDialog } from "./ask-dialog";
import { DraftConflict, type Theirs } from "./draft-conflict";
import { withBands } from "./editing";
import { Preview } from "./preview";
import { QuestionsEditor } from "./questions-editor";
import { BandsEditor, ScreeningEditor, TriggersEditor } from "./scoring-editor";
import { Changes, MistakesStrip } from "./standing";
import { templatePaths } from "./template-paths";
import { TestsEditor } from "./tests-editor";

const parts = [{ value: "questions", label: "Questions" }, { value: "scoring", label: "Bands and triggers" }, { value: "tests", label: "Tests" }, { value: "preview", label: "Preview" }, { value: "changes", label: "What differs" }] as const;
type Part = (typeof parts)[number]["value"];
type Held = { definition: Template; tests: TestCase[] };

/** Asks before the page is left with something unsaved. */
function useLeaveWarning(isUnsaved: boolean) {
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isUnsaved]);
}

/** A draft in hand: changed part by part, with what is wrong and what the tests come to beside it, and saved as a whole. */
export function Editor({ view }: { view: VersionView }) {
  const router = useRouter();
  const { templateId } = view.line;
  const [held, setHeld] = useState<Held>({ definition: view.definition, tests: view.tests });
  const [revision, setRevision] = useState(view.revision);
  const [isUnsaved, setUnsaved] = useState(false);
  const [part, setPart] = useState<Part>("questions");
  const [theirs, setTheirs] = useState<Theirs | null>(null);
  useLeaveWarning(isUnsaved);
  const sending = useSend<{ revision: number }, Held & { revision: number }>({
    path: templatePaths.change(templateId),
    onSaved: (saved) => {
      setRevision(saved.revision);
      setUnsaved(false);
      setTheirs(null);
      say({ title: "The draft is saved." });
      router.refresh();
    },
    onRefused: (problem) => problem.error === "Conflict" && setTheirs(problem.current as Theirs),
  });
  const { definition, tests } = held;
  const { mistakes } = readForm(definition, tests);
  const change = (more: Partial<Held>) => {
    setUnsaved(true);
    setHeld((before) => ({ ...before, ...more }));
  };
  const changeForm = (next: Template) => change({ definition: withBands(next) });
  const save = (at = revision) => void sending.save({ ...held, revision: at });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-stack">
      {theirs ? <DraftConflict theirs={theirs} mine={definition} onKeepMine={() => save(theirs.revision)} onTakeTheirs={() => { setHeld({ definition: theirs.definition, tests: theirs.tests }); setRevision(theirs.revision); setUnsaved(false); setTheirs(null); }} /> : null}
      <MistakesStrip mistakes={mistakes} />
      <RadioPills name="part" label="Part of the draft" hideLabel layout="switch" choices={parts} value={part} onChange={setPart} />
      {part === "preview" ? (mistakes.length > 0 ? <Card><p>The preview shows once what stands above is put right.</p></Card> : <Preview template={definition} />) : null}
      {part === "changes" ? <Changes basedOnVersion={view.basedOnVersion} changes={view.basis ? changesBetween(view.basis, definition) : []} /> : null}
      <Form name="draft" onSubmit={() => save()} errors={theirs ? [] : sending.errors} message={theirs ? undefined : sending.message} className="grid grid-cols-[minmax(0,1fr)] gap-stack">
        {part === "questions" ? <><Card title="The form"><TextInput name="title" label="Title" value={definition.title} onChange={(title) => changeForm({ ...definition, title })} /></Card><QuestionsEditor template={definition} usedKeys={view.usedKeys} onChange={changeForm} /></> : null}
        {part === "scoring" ? <><BandsEditor template={definition} onChange={changeForm} /><TriggersEditor template={definition} onChange={changeForm} /><ScreeningEditor template={definition} onChange={changeForm} /></> : null}
        {part === "tests" ? <TestsEditor template={definition} tests={tests} isWhole={mistakes.length === 0} onChange={(next) => change({ tests: next })} /> : null}
        <div data-own-foot="" className="sticky bottom-0 z-10 flex flex-wrap items-center justify-between gap-3 rounded-card border border-line bg-surface px-card py-3">
          <p role="status" className="text-note text-ink-soft">{isUnsaved ? "Not saved yet." : "Saved."}</p>
          <div className="flex flex-wrap gap-2">
            <AskDialog templateId={templateId} revision={revision} isUnsaved={isUnsaved} />
            <Button type="submit" look={isUnsaved ? "primary" : "secondary"} busy={sending.isSending} keys="Ctrl ↵">Save the draft</Button>
          </div>
        </div>
      </Form>
    </div>
  );
}
