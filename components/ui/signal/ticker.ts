/* One timer for every clock on the page, set right by the server's: desk computers are often minutes out. */

const EVERY = 30_000;

let ahead = 0;
let now = 0;
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function tick() {
  now = Date.now() + ahead;
  for (const listener of listeners) listener();
}

/** Takes the server's time as the truth from here on. */
export function setServerTime(serverNow: string) {
  ahead = Date.parse(serverNow) - Date.now();
  tick();
}

export function subscribeToTicks(listener: () => void): () => void {
  listeners.add(listener);
  if (!timer) {
    timer = setInterval(tick, EVERY);
    document.addEventListener("visibilitychange", tick);
    now ||= Date.now() + ahead;
  }
  // A clock that has just been shown was set just now: against a tick half a minute old, four hours would read 4 h 1 min.
  if (Date.now() + ahead - now > 1000) tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    document.removeEventListener("visibilitychange", tick);
  };
}

/** The time of the last tick, the same for all until the next. */
export function tickedNow(): number {
  return (now ||= Date.now() + ahead);
}
