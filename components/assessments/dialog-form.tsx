"use client";

import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { NamesAsked } from "../cases/names-asked";
import { say, type Said } from "../shell/said";
import { useSend } from "../shell/use-send";
import { Button, type ButtonLook, type ButtonSize } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Form } from "../ui/form/form";

type DialogFormProps<Saved> = {
  /** On the button that opens it. */
  open: string;
  look?: ButtonLook;
  size?: ButtonSize;
  /** Tells buttons of the same words apart for who cannot see what they stand beside. */
  label?: string;
  title: string;
  path: string;
  /** What is sent, drawn from what was filled in. */
  body: () => Record<string, unknown>;
  /** On the button that saves. */
  action: string;
  said: (saved: Saved) => Said;
  /** What the page that it stands on fetched for itself is asked for again. */
  onSaved?: () => void;
  children: ReactNode;
  name: string;
};

const stale = "Someone else changed this while you were writing. What you typed is still here: look again, and save it if it still holds.";

/** A short form in front of the page: what it asks stays until it is saved or left, and the page shows what stands after. */
export function DialogForm<Saved>({ open, look, size, label, title, path, body, action, said, onSaved, children, name }: DialogFormProps<Saved>) {
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const sending = useSend<Saved>({
    path,
    onSaved: (saved) => {
      setIsOpen(false);
      say(said(saved));
      onSaved?.();
      router.refresh();
    },
    onRefused: (problem) => problem.error === "Conflict" && router.refresh(),
  });
  const close = () => {
    setIsOpen(false);
    sending.clear();
  };
  const isConflict = sending.problem?.error === "Conflict";
  return (
    <>
      <Button look={look} size={size} aria-label={label ? `${open}: ${label}` : undefined} onClick={() => setIsOpen(true)}>
        {open}
      </Button>
      <Dialog isOpen={isOpen} onClose={close} title={title}>
        <Form name={name} onSubmit={() => void sending.save(body())} errors={sending.errors} message={isConflict ? stale : sending.message} requestId={sending.problem?.error === "Unexpected" ? sending.problem.requestId : undefined} className="grid gap-card">
          {children}
          <NamesAsked problem={sending.problem} busy={sending.isSending} onSend={() => sending.again({ confirmsNames: true } as object)} />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={close}>Cancel</Button>
            <Button type="submit" look="primary" busy={sending.isSending}>
              {action}
            </Button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}
