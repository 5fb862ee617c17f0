"use client";

import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { TickIcon } from "../icons";
import type { FieldWords } from "./field";
import { FieldGroup } from "./field-group";

export type Choice<Value extends string = string> = {
  value: Value;
  label: string;
  hint?: string;
  /** Set apart and smaller: "Don't know", "Rather not say". */
  quiet?: boolean;
};

/** Chips in a line, one answer to a row for thumbs, or small switches between kinds of the same form. */
export type ChoiceLayout = "pills" | "rows" | "switch";

type ChoiceGroupProps = FieldWords & {
  layout: ChoiceLayout;
  /** Words to read aloud, set larger than a label. */
  asQuestion?: boolean;
  choices: readonly Choice[];
  draw: (choice: Choice, input: { id: string; name: string; className: string }) => ReactNode;
};

const frame =
  "relative flex cursor-pointer items-center gap-2 font-bold " +
  "has-focus-visible:outline-2 has-focus-visible:outline-focus-edge has-focus-visible:ring-[5px] has-focus-visible:ring-focus " +
  "forced-colors:has-checked:outline-3 forced-colors:has-checked:outline-[Highlight]";

const answer =
  "rounded-control border border-line-strong bg-surface text-ink hover:bg-surface-quiet " +
  "has-checked:border-link has-checked:bg-act-soft has-checked:text-link has-checked:inset-ring has-checked:inset-ring-link";

const shapes = {
  switch: "rounded-tag bg-surface-quiet px-2.5 py-0.5 text-note text-ink-soft hover:text-ink has-checked:bg-act has-checked:text-on-act touch:min-h-target",
  pills: "min-h-9 px-3.5 py-1.5 text-note touch:min-h-target",
  rows: "min-h-13 w-full justify-between px-card py-3 text-body",
  quiet: "min-h-8 px-3 py-1 text-note touch:min-h-target",
};

/** Real inputs lie over the whole chip, so arrow keys, labels and touch work as the browser means them to, before any script has run. */
const inputClass = "absolute inset-0 m-0 size-full cursor-pointer appearance-none rounded-control opacity-0";

function ChoiceChip({ choice, layout, id, name, draw }: { choice: Choice; layout: ChoiceLayout; id: string; name: string } & Pick<ChoiceGroupProps, "draw">) {
  return (
    <label className={classNames(frame, layout !== "switch" && answer, choice.quiet ? shapes.quiet : shapes[layout])}>
      {draw(choice, { id, name, className: classNames(inputClass, "peer") })}
      <span>
        {choice.label}
        {choice.hint ? <span className="block text-note font-normal text-ink-soft">{choice.hint}</span> : null}
      </span>
      {layout === "rows" && !choice.quiet ? <TickIcon className="invisible peer-checked:visible" /> : null}
    </label>
  );
}

/** A question and its answers, as chips or as rows. */
export function ChoiceGroup({ layout, choices, draw, ...words }: ChoiceGroupProps) {
  const main = choices.filter((choice) => !choice.quiet);
  const quiet = choices.filter((choice) => choice.quiet);
  return (
    <FieldGroup {...words}>
      {({ id }) => {
        const chip = (choice: Choice) => (
          <ChoiceChip key={choice.value} {...{ choice, layout, draw }} name={words.name} id={choice === choices[0] ? id : `${id}-${choice.value}`} />
        );
        return (
          <>
            <div className={layout === "rows" ? "grid gap-2.5" : "flex flex-wrap gap-1.5"}>{(layout === "rows" ? main : choices).map(chip)}</div>
            {layout === "rows" && quiet.length > 0 ? <div className="mt-1 flex flex-wrap gap-2">{quiet.map(chip)}</div> : null}
          </>
        );
      }}
    </FieldGroup>
  );
}
