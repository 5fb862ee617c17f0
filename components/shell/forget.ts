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
