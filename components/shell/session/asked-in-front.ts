type Waiting = (answered: boolean) => void;

/** One question in front of the page, for however many requests wait for its answer. */
export function askedInFront() {
  let waiting: Waiting[] = [];
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    /** True once it is answered so; false at once where nothing is mounted that could ask. */
    ask(): Promise<boolean> {
      if (listeners.size === 0) return Promise.resolve(false);
      return new Promise((resolve) => {
        waiting = [...waiting, resolve];
        tell();
      });
    },
    answer(isDone: boolean) {
      const asked = waiting;
      waiting = [];
      for (const resolve of asked) resolve(isDone);
      tell();
    },
    isAsked: () => waiting.length > 0,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
