"use client";

import { ChoiceGroup, type Choice, type ChoiceLayout } from "./choice";
import type { FieldWords } from "./field";

type RadioPillsProps<Value extends string> = FieldWords & {
  choices: readonly Choice<Value>[];
  value?: Value | null;
  onChange?: (value: Value) => void;
  defaultValue?: Value;
  layout?: ChoiceLayout;
  asQuestion?: boolean;
};

/** One answer out of a few. The arrow keys move and choose. */
export function RadioPills<Value extends string>({ choices, value, onChange, defaultValue, layout = "pills", ...words }: RadioPillsProps<Value>) {
  const checked = (choice: Choice) => (value === undefined ? { defaultChecked: choice.value === defaultValue } : { checked: choice.value === value });
  return (
    <ChoiceGroup
      {...words}
      layout={layout}
      choices={choices}
      draw={(choice, input) => <input type="radio" {...input} {...checked(choice)} value={choice.value} onChange={() => onChange?.(choice.value as Value)} />}
    />
  );
}
