type Forgetter = () => void;

const forgetters = new Set<Forgetter>();

/** Registers something that holds people's data in this tab; returns how to take it off again. */
export function onForget(forgetter: Forgetter): () => void {
  forgetters.add(forgetter);
  return () => forgetters.delete(forgetter);
}

/** Empties everything this tab remembers about people: at lock, sign-out and change of member. */
export function forgetEverything() {
  for (const forgetter of forgetters) forgetter();
}

/** Takes out of the document what the server sent for the page to be drawn from: its scripts hold the page's words a second time. */
export function forgetWhatCameWithThePage() {
  for (const script of document.querySelectorAll("script:not([src])")) script.remove();
  (window as { __next_f?: unknown[] }).__next_f = [];
}
