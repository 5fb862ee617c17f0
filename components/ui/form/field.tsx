"use client";

import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { useFieldError, useFieldId } from "./form-errors";
import { VisuallyHidden } from "../visually-hidden";
import { WarningIcon } from "../icons";

export type FieldWords = {
  name: string;
  label: string;
  hint?: ReactNode;
  /** Taken from the Form around it when left out. */
  error?: string;
  optional?: boolean;
  /** Keeps the label for screen readers where the page already says it. */
  hideLabel?: boolean;
};

export type FieldIds = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

export function FieldError({ id, children }: { id: string; children: string }) {
  return (
    <p id={id} className="flex gap-1.5 text-note font-bold text-warning">
      <WarningIcon className="mt-0.5" />
      <span>
        <VisuallyHidden>Error: </VisuallyHidden>
        {children}
      </span>
    </p>
  );
}

/** The ids and messages that tie a label, hint and error to whatever is answered. */
export function useFieldParts({ name, error, hint }: Pick<FieldWords, "name" | "error" | "hint">, also?: string) {
  const id = useFieldId(name);
  const message = useFieldError(name) ?? error;
  const describedBy = classNames(hint ? `${id}-hint` : "", message ? `${id}-error` : "", also);
  const ids: FieldIds = { id, "aria-describedby": describedBy || undefined, "aria-invalid": message ? true : undefined };
  return { id, message, ids };
}

export function fieldFrameClass(message: string | undefined): string {
  return classNames("grid gap-1.5", message && "border-s-4 border-warning ps-3");
}

export function OptionalMark() {
  return <span className="font-normal text-ink-soft"> (optional)</span>;
}

/** What stands between a label and its control: the hint, and what is wrong with the answer. */
export function FieldNotes({ id, hint, message }: { id: string; hint?: ReactNode; message: string | undefined }) {
  return (
    <>
      {hint ? (
        <div id={`${id}-hint`} className="text-note text-ink-soft">
          {hint}
        </div>
      ) : null}
      {message ? <FieldError id={`${id}-error`}>{message}</FieldError> : null}
    </>
  );
}

type FieldProps = FieldWords & { children: (ids: FieldIds) => ReactNode; foot?: ReactNode; footId?: string };

/** A label, a hint and an error around one control. */
export function Field({ label, hideLabel, optional, children, foot, footId, ...words }: FieldProps) {
  const { id, message, ids } = useFieldParts(words, footId);
  return (
    <div className={fieldFrameClass(message)}>
      <label htmlFor={id} className={classNames("font-bold", hideLabel && "sr-only")}>
        {label}
        {optional ? <OptionalMark /> : null}
      </label>
      <FieldNotes id={id} hint={words.hint} message={message} />
      {children(ids)}
      {foot}
    </div>
  );
}
