/* Tabs of one browser share one session: what happens to it in one is told to the others. */

export type SessionNews = "signed-in" | "signed-out" | "locked" | "active";

const NAME = "hereward-session";

export function tellOtherTabs(news: SessionNews) {
  if (typeof BroadcastChannel === "undefined") return;
  const channel = new BroadcastChannel(NAME);
  channel.postMessage(news);
  channel.close();
}

export function listenToOtherTabs(listener: (news: SessionNews) => void): () => void {
  if (typeof BroadcastChannel === "undefined") return () => undefined;
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = (event) => listener(event.data as SessionNews);
  return () => channel.close();
}
