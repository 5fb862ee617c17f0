"use client";

import { useContext, useState, type ReactNode, type Ref } from "react";
import { ComboBox as AriaComboBox, ComboBoxStateContext, Input, Label, ListBox, ListBoxItem, PopoverContext, Text, useSlottedContext } from "react-aria-components";
import { classNames } from "../class-names";
import { FieldError, fieldFrameClass, OptionalMark, useFieldParts, type FieldWords } from "./field";
import { controlClass } from "./text-input";
import { useFinder } from "./use-finder";

export type FoundChoice = { id: string; label: string; note?: string };

type ComboBoxProps<Found extends FoundChoice> = FieldWords & {
  /** Asks the server. Must be a POST where the words may be personal: addresses are logged. */
  find: (words: string, signal: AbortSignal) => Promise<Found[]>;
  value: Found | null;
  onChange: (found: Found | null) => void;
  /** What stands in the box, chosen or not, so that a form can keep words that matched nothing. */
  onText?: (words: string) => void;
  defaultText?: string;
  minLength?: number;
  placeholder?: string;
  nothingFound?: string;
};

/** Under the box, in the flow of the page: the library's own popover closes at the least scroll, and phones scroll to show what is typed. */
function Suggestions({ children }: { children: ReactNode }) {
  const state = useContext(ComboBoxStateContext);
  const popover = useSlottedContext(PopoverContext);
  // Without a state this is the library reading which options there are.
  if (!state) return children;
  if (!state.isOpen) return null;
  return (
    <div ref={popover?.ref as Ref<HTMLDivElement>} className="absolute inset-x-0 top-full z-40 mt-1 max-h-80 overflow-auto rounded-card border border-line-strong bg-surface text-ink shadow-raised">
      {children}
    </div>
  );
}

/** Type to find: people, places, members. What is typed stays, whether or not anything is chosen. */
export function ComboBox<Found extends FoundChoice>({ label, hideLabel, optional, find, value, onChange, onText, defaultText = "", minLength = 2, placeholder, nothingFound = "Nothing found", ...words }: ComboBoxProps<Found>) {
  const [text, setText] = useState(value?.label ?? defaultText);
  const { state, found } = useFinder(find, value?.label === text ? null : text, minLength);
  const { id, message, ids } = useFieldParts(words);
  const items = found.length === 0 && value ? [value] : found;

  function type(next: string) {
    setText(next);
    onText?.(next);
    if (value && next !== value.label) onChange(null);
  }
  function choose(key: string | number | null) {
    const chosen = items.find((item) => item.id === key);
    if (!chosen) return;
    setText(chosen.label);
    onText?.(chosen.label);
    onChange(chosen);
  }
  const said = { idle: "Keep typing…", found: nothingFound, searching: "Searching…", failed: "The search did not work. Type again to try it once more." }[state];
  return (
    <AriaComboBox
      allowsCustomValue
      allowsEmptyCollection
      menuTrigger="input"
      items={items}
      inputValue={text}
      onInputChange={type}
      value={value?.id ?? null}
      onChange={choose}
      isInvalid={Boolean(message)}
      className={fieldFrameClass(message)}
    >
      <Label className={classNames("font-bold", hideLabel && "sr-only")}>
        {label}
        {optional ? <OptionalMark /> : null}
      </Label>
      {words.hint ? (
        <Text slot="description" className="text-note text-ink-soft">
          {words.hint}
        </Text>
      ) : null}
      {message ? <FieldError id={`${id}-error`}>{message}</FieldError> : null}
      <div className="relative">
        <Input id={id} autoComplete="off" placeholder={placeholder} aria-describedby={ids["aria-describedby"]} className={classNames(controlClass, "w-full")} />
        <Suggestions>
          <ListBox<Found> renderEmptyState={() => <p className="px-3 py-2.5 text-ink-soft">{said}</p>} className="p-1">
            {(item) => (
              <ListBoxItem
                id={item.id}
                textValue={item.label}
                className="cursor-pointer rounded-control px-2.5 py-2 data-focused:bg-act-soft data-focused:text-link touch:min-h-target forced-colors:data-focused:outline-2"
              >
                <span className="font-semibold">{item.label}</span>
                {item.note ? <span className="block text-note text-ink-soft">{item.note}</span> : null}
              </ListBoxItem>
            )}
          </ListBox>
        </Suggestions>
      </div>
    </AriaComboBox>
  );
}
