"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { say } from "@/components/shell/said";
import { useSend } from "@/components/shell/use-send";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DateTimeInput } from "@/components/ui/form/date-time-input";
import { Form } from "@/components/ui/form/form";
import { TextArea } from "@/components/ui/form/text-area";
import { templatePaths } from "./template-paths";

type AskDialogProps = { templateId: string; revision: number; isUnsaved: boolean };

/** Asks a second person to publish a draft, from a moment on or as soon as they agree. */
export function AskDialog({ templateId, revision, isUnsaved }: AskDialogProps) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState({ effectiveFrom: "", note: "" });
  const sending = useSend<{ version: number }, object>({
    path: templatePaths.ask(templateId),
    onSaved: ({ version }) => {
      say({ title: `Version ${version} waits for a second person.`, steps: [{ what: "Somebody else of county governance publishes it or declines. Until then it stays as it is, and the version in force is asked." }] });
      setOpen(false);
      router.refresh();
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>Ask to publish</Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title="Ask a second person to publish it">
        {isUnsaved ? <p>Save the draft first: what is asked for is what was saved.</p> : (
          <Form name="ask" className="grid gap-4" errors={sending.errors} message={sending.message} onSubmit={() => void sending.save({ revision, ...typed })}>
            <DateTimeInput name="effectiveFrom" label="From when it is asked" hint="Leave it empty: then it is asked as soon as they agree." optional quick={false} value={typed.effectiveFrom} onChange={(effectiveFrom) => setTyped({ ...typed, effectiveFrom })} />
            <TextArea name="note" label="What changes, and why" optional rows={3} limit={1000} value={typed.note} onChange={(note) => setTyped({ ...typed, note })} />
            <div className="flex justify-end gap-2">
              <Button onClick={() => setOpen(false)}>Not now</Button>
              <Button type="submit" look="primary" busy={sending.isSending}>Ask</Button>
            </div>
          </Form>
        )}
      </Dialog>
    </>
  );
}
