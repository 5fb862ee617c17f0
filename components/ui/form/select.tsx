"use client";

import type { ComponentProps } from "react";
import { classNames } from "../class-names";
import { ChevronIcon } from "../icons";
import { Field, type FieldWords } from "./field";
import { controlClass } from "./text-input";

export type SelectOption = { value: string; label: string; group?: string };

type SelectProps = FieldWords &
  Omit<ComponentProps<"select">, "onChange" | "value" | "name" | "size" | "multiple"> & {
    options: readonly SelectOption[];
    value?: string;
    onChange?: (value: string) => void;
    /** The first, empty choice. Leave out when an answer is already chosen. */
    empty?: string;
  };

function Options({ options }: { options: readonly SelectOption[] }) {
  return options.map((option) => (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  ));
}

/** One out of many. The browser's own list, which every phone and screen reader knows. */
export function Select({ name, label, hint, error, optional, hideLabel, options, value, onChange, empty, className, ...rest }: SelectProps) {
  const groups = [...new Set(options.map((option) => option.group))];
  return (
    <Field {...{ name, label, hint, error, optional, hideLabel }}>
      {(ids) => (
        <span className={classNames("relative block", className)}>
          <select
            autoComplete="off"
            {...rest}
            {...ids}
            name={name}
            value={value}
            onChange={(event) => onChange?.(event.target.value)}
            className={classNames(controlClass, "w-full appearance-none pe-9")}
          >
            {empty === undefined ? null : <option value="">{empty}</option>}
            {groups.map((group) => {
              const within = options.filter((option) => option.group === group);
              return group ? (
                <optgroup key={group} label={group}>
                  <Options options={within} />
                </optgroup>
              ) : (
                <Options key="" options={within} />
              );
            })}
          </select>
          <ChevronIcon className="pointer-events-none absolute end-3 top-1/2 -translate-y-1/2 text-ink-soft" />
        </span>
      )}
    </Field>
  );
}
