import { nextRow } from "./keys";

function isSeen(element: HTMLElement): boolean {
  return element.offsetParent !== null;
}

function rowInHand(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>("[data-row]") ?? null;
}

/** Moves the focus along the rows of the list in hand, or of the first list on the page. */
export function moveAlongRows(step: 1 | -1) {
  const row = rowInHand();
  const list = row?.closest("[data-list]") ?? document.querySelector("main [data-list]");
  if (!list) return;
  const rows = [...list.querySelectorAll<HTMLElement>("[data-row]")].filter(isSeen);
  const next = rows[nextRow(rows.length, row ? rows.indexOf(row) : -1, step)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

/** Opens the row the focus stands on, by its first link or button. */
export function openRow(): boolean {
  const row = document.activeElement;
  if (!(row instanceof HTMLElement) || !row.matches("[data-row]")) return false;
  row.querySelector<HTMLElement>("a[href], button")?.click();
  return true;
}

/** Presses the control that names this key, in the row in hand and else on the page. */
export function pressByKey(key: string): boolean {
  const wanted = `[data-key="${CSS.escape(key)}"]`;
  const control = rowInHand()?.querySelector<HTMLElement>(wanted) ?? document.querySelector<HTMLElement>(`main ${wanted}:not([data-row] *)`);
  if (!control || !isSeen(control)) return false;
  if (control.matches("input, textarea, select")) control.focus();
  else control.click();
  return true;
}
