"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { VersionView } from "@/lib/assessments/templates/version/schema";
import { say } from "@/components/shell/said";
import { useSend } from "@/components/shell/use-send";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form/form";
import { TextArea } from "@/components/ui/form/text-area";
import { Card } from "@/components/ui/layout/card";
import { templatePaths } from "./template-paths";

/** A version that waits: who asked for it and why, and for the second person the decision. Whoever asked may take it back. */
export function Decide({ view, asked }: { view: VersionView; asked: NonNullable<VersionView["asked"]> }) {
  const router = useRouter();
  const [reason, setReason] = useState("");
  const sending = useSend<{ version: number; isPublished: boolean }, object>({
    path: templatePaths.decide(view.line.templateId),
    onSaved: ({ version, isPublished }) => {
      say(isPublished ? { title: `Version ${version} is published.`, steps: [{ what: asked.fromWords ? `It is asked from ${asked.fromWords}.` : "It is asked from now on. What was begun with the version before may be finished with that for a day." }] } : { title: `Version ${version} is a draft again.` });
      router.refresh();
    },
  });
  const decide = (decision: string) => void sending.save({ revision: view.revision, decision, reason });
  return (
    <Card title={`${asked.byName} asks to publish this`} aside={asked.atWords} tone="act">
      <Form name="decide" className="grid gap-3" errors={sending.errors} message={sending.message} onSubmit={() => decide(view.may.publish ? "published" : "declined")}>
        {asked.note ? <p className="whitespace-pre-line wrap-anywhere">{asked.note}</p> : null}
        <p>{asked.fromWords ? `To be asked from ${asked.fromWords}, or as soon as it is agreed to if that is later.` : "To be asked as soon as it is agreed to."} Once published it never changes.</p>
        {view.whyNotPublish ? <p className="text-ink-soft">{view.whyNotPublish}</p> : null}
        {view.may.publish ? <TextArea name="reason" label="Why not, if you decline" optional rows={2} limit={1000} value={reason} onChange={setReason} /> : null}
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => decide("declined")}>{view.may.publish ? "Decline" : "Take it back"}</Button>
          {view.may.publish ? <Button type="submit" look="primary" busy={sending.isSending}>Publish it</Button> : null}
        </div>
      </Form>
    </Card>
  );
}
