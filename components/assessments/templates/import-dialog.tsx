"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { adminPaths } from "@/components/agencies/admin-paths";
import { say } from "@/components/shell/said";
import { useSend } from "@/components/shell/use-send";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form/form";
import { TextArea } from "@/components/ui/form/text-area";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { templatePaths } from "./template-paths";

type ImportDialogProps = { formKey: string; title: string; over?: { templateId: string; revision: number } };

/** Reads a form from a file or from what is pasted. What is wrong in it is named all at once, and the text stays to be mended. */
export function ImportDialog({ formKey, title, over }: ImportDialogProps) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  const sending = useSend<{ templateId: string; version: number }, object>({
    path: templatePaths.import,
    onSaved: ({ templateId, version }) => {
      say({ title: `The file is read: version ${version} is a draft.` });
      setOpen(false);
      if (over) window.location.reload();
      else router.push(adminPaths.template(templateId) as Route);
    },
  });
  const isStale = sending.problem?.error === "Conflict";
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>Read from a file<VisuallyHidden> into {title}</VisuallyHidden></Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={`Read a form from a file: ${title}`} width="wide">
        <Form name="import" className="grid grid-cols-[minmax(0,1fr)] gap-4" errors={sending.errors} message={isStale ? "Somebody else saved this draft meanwhile. Your text stands below: copy it, open the draft again and read it there." : sending.message} onSubmit={() => void sending.save({ key: formKey, text, templateId: over?.templateId, revision: over?.revision })}>
          <p>{over ? "It takes the place of what the draft holds now." : "It becomes the draft of the next version."} A file that was exported here is read again as it is.</p>
          <label className="grid grid-cols-[minmax(0,1fr)] gap-1 font-bold">
            File
            <input type="file" accept=".json,application/json" className="w-full min-w-0 font-normal" onChange={(event) => void event.target.files?.[0]?.text().then(setText)} />
          </label>
          <TextArea name="text" label="Or its text" rows={8} spellCheck={false} className="max-h-[50dvh] font-mono text-note" value={text} onChange={setText} />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Not now</Button>
            <Button type="submit" look="primary" busy={sending.isSending}>Read it</Button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}
