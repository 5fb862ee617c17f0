"use client";

import type { ReactNode } from "react";
import { ChoiceGroup, type Choice, type ChoiceLayout } from "./choice";
import { classNames } from "../class-names";
import { FieldError, useFieldParts, type FieldWords } from "./field";
import { TickIcon } from "../icons";

type CheckboxGroupProps<Value extends string> = FieldWords & {
  choices: readonly Choice<Value>[];
  value: readonly Value[];
  onChange: (value: Value[]) => void;
  layout?: ChoiceLayout;
  asQuestion?: boolean;
};

/** Any number of answers. A quiet answer ("Don't know") stands alone: choosing it clears the others, and they clear it. */
export function CheckboxGroup<Value extends string>({ choices, value, onChange, layout = "pills", ...words }: CheckboxGroupProps<Value>) {
  function toggle(choice: Choice) {
    const chosen = choice.value as Value;
    if (value.includes(chosen)) return onChange(value.filter((each) => each !== chosen));
    const isQuiet = (each: Value) => choices.some((other) => other.value === each && other.quiet);
    onChange(choice.quiet ? [chosen] : [...value.filter((each) => !isQuiet(each)), chosen]);
  }
  return (
    <ChoiceGroup
      {...words}
      layout={layout}
      choices={choices}
      draw={(choice, input) => (
        <input type="checkbox" {...input} value={choice.value} checked={value.includes(choice.value as Value)} onChange={() => toggle(choice)} />
      )}
    />
  );
}

type CheckboxProps = Omit<FieldWords, "label" | "optional" | "hideLabel"> & {
  label: ReactNode;
  checked?: boolean;
  defaultChecked?: boolean;
  onChange?: (checked: boolean) => void;
};

/** One thing to agree to or not. */
export function Checkbox({ name, label, hint, error, checked, defaultChecked, onChange }: CheckboxProps) {
  const { id, message, ids } = useFieldParts({ name, hint, error });
  return (
    <div className={classNames("grid gap-1", message && "border-s-4 border-warning ps-3")}>
      {message ? <FieldError id={`${id}-error`}>{message}</FieldError> : null}
      <label className="relative flex min-h-8 cursor-pointer items-start gap-2.5 py-1 touch:min-h-target">
        <input
          type="checkbox"
          {...ids}
          name={name}
          checked={checked}
          defaultChecked={defaultChecked}
          onChange={(event) => onChange?.(event.target.checked)}
          className="peer size-6 shrink-0 cursor-pointer appearance-none rounded-tag border-2 border-line-strong bg-surface checked:border-act checked:bg-act forced-colors:appearance-auto"
        />
        <TickIcon className="pointer-events-none invisible absolute start-1 top-2 text-on-act peer-checked:visible forced-colors:hidden" />
        <span className="pt-0.5">{label}</span>
      </label>
      {hint ? (
        <div id={`${id}-hint`} className="ps-8.5 text-note text-ink-soft">
          {hint}
        </div>
      ) : null}
    </div>
  );
}
