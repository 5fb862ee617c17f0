"use client";

import type { FocusEvent, ReactNode } from "react";
import { classNames } from "../class-names";
import { fieldFrameClass, FieldNotes, OptionalMark, useFieldParts, type FieldIds, type FieldWords } from "./field";

type FieldGroupProps = FieldWords & {
  /** Words to read aloud, set larger than a label. */
  asQuestion?: boolean;
  /** When the focus has left all of the controls, not merely moved between them. */
  onLeave?: () => void;
  children: (ids: FieldIds) => ReactNode;
};

/** A question, a hint and an error around several controls. The first control takes the id, so that messages lead to it. */
export function FieldGroup({ label, hideLabel, optional, asQuestion, onLeave, children, ...words }: FieldGroupProps) {
  const { id, message, ids } = useFieldParts(words);
  function blur(event: FocusEvent<HTMLFieldSetElement>) {
    if (!event.currentTarget.contains(event.relatedTarget)) onLeave?.();
  }
  return (
    <fieldset aria-describedby={ids["aria-describedby"]} className={fieldFrameClass(message)} onBlur={onLeave && blur}>
      {/* Floated, a legend is laid out like any other child, so that the error's bar runs beside it too. */}
      <legend className={classNames("float-start font-bold", asQuestion && "text-title", hideLabel && "sr-only")}>
        {label}
        {optional ? <OptionalMark /> : null}
      </legend>
      <FieldNotes id={id} hint={words.hint} message={message} />
      {children(ids)}
    </fieldset>
  );
}
