import type { KeyboardEvent } from "react";

const stops = "input:not([type=hidden]):not([type=radio]), textarea, select, button, summary, input[type=radio]:checked";

function isStop(element: HTMLElement): boolean {
  return element.offsetParent !== null && element.tabIndex >= 0;
}

/** The stops of the Tab key in a form: of a group of radios the chosen one, or the first when none is. */
function stopsOf(form: HTMLElement): HTMLElement[] {
  const all = [...form.querySelectorAll<HTMLElement>(`${stops}, input[type=radio]`)];
  return all.filter((element) => {
    if (!isStop(element)) return false;
    if (!(element instanceof HTMLInputElement) || element.type !== "radio" || element.checked) return true;
    const group = all.filter((other): other is HTMLInputElement => other instanceof HTMLInputElement && other.type === "radio" && other.name === element.name);
    return !group.some((other) => other.checked) && group[0] === element;
  });
}

/** Enter in a field goes to the next one, as Tab does, and past what is left of a list: a long form must not be sent by a slip. */
export function enterMovesOn(event: KeyboardEvent<HTMLFormElement>) {
  const target = event.target;
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
  if (!(target instanceof HTMLInputElement) && !(target instanceof HTMLSelectElement)) return;
  // An open list takes Enter for the choice in it.
  if (target.getAttribute("aria-expanded") === "true") return;
  event.preventDefault();
  event.stopPropagation();
  const all = stopsOf(event.currentTarget);
  // Out of a list of answers Enter goes to the next question, not through every answer.
  const question = target.type === "checkbox" ? target.closest("fieldset") : null;
  const here = all.indexOf(target);
  all.slice(here + 1).find((stop) => here >= 0 && !question?.contains(stop))?.focus();
}
