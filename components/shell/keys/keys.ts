/** As much of a keyboard event as the guards look at, so that they can be judged without a browser. */
export type KeyLike = {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey?: boolean;
  defaultPrevented?: boolean;
  isComposing?: boolean;
  repeat?: boolean;
  target: unknown;
};

type ElementLike = {
  tagName?: string;
  type?: string;
  isContentEditable?: boolean;
  closest?: (selector: string) => unknown;
};

const notText = ["button", "checkbox", "radio", "submit", "reset", "file", "range", "color", "image"];

/** Whether keys pressed here make text: then no letter may be taken for a command. */
export function isTyping(target: unknown): boolean {
  const element = (target ?? {}) as ElementLike;
  const tag = element.tagName?.toLowerCase();
  if (tag === "textarea" || tag === "select" || element.isContentEditable) return true;
  if (tag === "input") return !notText.includes(element.type ?? "text");
  // In menus and lists a letter jumps to the item that begins with it.
  return Boolean(element.closest?.('[role="menu"], [role="listbox"], [role="combobox"], [role="textbox"], [role="dialog"], [role="alertdialog"]'));
}

/** Whether this press is a single-key command: plain, first, and not part of somebody's sentence. */
export function isCommandKey(event: KeyLike): boolean {
  if (event.defaultPrevented || event.isComposing || event.repeat) return false;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  return event.key.length === 1 && !isTyping(event.target);
}

/** Ctrl and K, or Command and K: works while typing too. */
export function isPaletteKey(event: KeyLike): boolean {
  return event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && !event.defaultPrevented;
}

/** Where j or k leads from the row in hand, stopping at the ends. */
export function nextRow(count: number, from: number, step: 1 | -1): number {
  if (count === 0) return -1;
  if (from < 0) return step === 1 ? 0 : count - 1;
  return Math.min(Math.max(from + step, 0), count - 1);
}
