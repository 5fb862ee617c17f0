"use client";

import type { ComponentProps } from "react";
import { classNames } from "../class-names";
import { Field, type FieldWords } from "./field";

export const controlClass =
  "rounded-control border border-line-strong bg-surface px-3 py-1.5 min-h-control text-body text-ink placeholder:text-ink-soft " +
  "aria-invalid:border-2 aria-invalid:border-warning [&[readonly]]:bg-surface-quiet touch:min-h-target";

const widths = { full: "w-full", medium: "w-full max-w-80", short: "w-full max-w-40", tiny: "w-20" };

type TextInputProps = FieldWords &
  Omit<ComponentProps<"input">, "onChange" | "value" | "name" | "size"> & {
    value?: string;
    onChange?: (value: string) => void;
    size?: keyof typeof widths;
  };

/** One line of text. Browsers are told not to remember it: desks are shared. */
export function TextInput({ name, label, hint, error, optional, hideLabel, value, onChange, size = "full", className, ...rest }: TextInputProps) {
  return (
    <Field {...{ name, label, hint, error, optional, hideLabel }}>
      {(ids) => (
        <input
          type="text"
          autoComplete="off"
          {...rest}
          {...ids}
          name={name}
          value={value}
          onChange={(event) => onChange?.(event.target.value)}
          className={classNames(controlClass, widths[size], className)}
        />
      )}
    </Field>
  );
}
