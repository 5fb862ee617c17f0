"use client";

import type { ComponentProps } from "react";
import { useDeferredValue, useEffect, useRef, useState } from "react";
import { classNames } from "../class-names";
import { Field, type FieldWords } from "./field";
import { useFieldId } from "./form-errors";
import { lengthWords } from "./text-length";
import { controlClass } from "./text-input";

type TextAreaProps = FieldWords &
  Omit<ComponentProps<"textarea">, "onChange" | "value" | "defaultValue" | "name" | "maxLength"> & {
    value?: string;
    defaultValue?: string;
    onChange?: (value: string) => void;
    /** The most characters the server takes. More may be typed, and is said to be too many: nothing typed is cut off. */
    limit?: number;
    /** Without its own frame, for use inside a card that has one. */
    bare?: boolean;
  };

/** Older browsers have no `field-sizing`; there the box is measured after each change. */
function grow(box: HTMLTextAreaElement | null) {
  if (!box || CSS.supports("field-sizing", "content")) return;
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight + 2}px`;
}

/** Text of several lines that grows as it is typed. */
export function TextArea({ name, label, hint, error, optional, hideLabel, value, defaultValue = "", onChange, limit, bare, rows = 3, className, ...rest }: TextAreaProps) {
  const [typed, setTyped] = useState(defaultValue);
  const text = value ?? typed;
  const box = useRef<HTMLTextAreaElement>(null);
  const countId = `${useFieldId(name)}-count`;
  const count = limit ? lengthWords(text, limit) : null;
  const spoken = useDeferredValue(count?.words ?? "");
  useEffect(() => grow(box.current), [text]);
  const foot = limit ? (
    <p id={countId} className={classNames("text-note", count?.isOver ? "font-bold text-warning" : "text-ink-soft", !count && "sr-only")} aria-live="polite">
      {spoken}
    </p>
  ) : null;
  return (
    <Field {...{ name, label, hint, error, optional, hideLabel, foot }} footId={limit ? countId : undefined}>
      {(ids) => (
        <textarea
          autoComplete="off"
          {...rest}
          {...ids}
          ref={box}
          name={name}
          rows={rows}
          value={text}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange?.(event.target.value);
          }}
          className={classNames(
            "field-sizing-content w-full resize-y",
            bare ? "-mx-2 box-content rounded-tag bg-transparent px-2 py-1 text-body text-ink placeholder:text-ink-soft" : controlClass,
            rows >= 3 ? "min-h-20" : "min-h-control",
            className,
          )}
        />
      )}
    </Field>
  );
}
