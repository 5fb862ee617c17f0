import type { Page } from "@playwright/test";

const tabs = ["", "/people", "/risk", "/plan", "/interventions", "/referrals", "/sharing", "/history", "/closing"];
const around = ["/my-day", "/notices", "/cases", "/cases/board", "/actions", "/requests", "/find", "/reports"];
const isText = /text\/html|text\/x-component|application\/json|text\/plain/;

/** Everything with words in it that a page's browser is sent from now on, as it came: pages, what a page asks for between pages, and answers. */
export function listenTo(page: Page): () => Promise<string> {
  const bodies: Promise<string>[] = [];
  page.on("response", (response) => {
    if (isText.test(response.headers()["content-type"] ?? "") && response.status() < 300) bodies.push(response.text().catch(() => ""));
  });
  return async () => (await Promise.all(bodies)).join("\n");
}

/** The log's live feed from its beginning, as the browser of that page is sent it within a moment. */
async function feed(page: Page, caseId: string): Promise<string> {
  return page.evaluate(async (path) => {
    const ending = new AbortController();
    const timer = setTimeout(() => ending.abort(), 2_500);
    let words = "";
    try {
      const answer = await fetch(path, { signal: ending.signal });
      const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        words += value;
      }
    } catch {
      // Ended by ourselves.
    }
    clearTimeout(timer);
    return words;
  }, `/api/cases/${caseId}/stream?after=0.0`);
}

export type Received = { /** Every answer in one text. */ all: string; /** The case's own pages alone. */ tabs: string; feed: string; log: string };

/**
 * All that a member can be sent about a case by asking for it themselves: each tab, as a page and as what the browser
 * fetches between pages, the log as JSON, its live feed from the first entry on, the lists, and searches for some words.
 */
export async function everythingAbout(page: Page, caseId: string, words: string[] = []): Promise<Received> {
  const parts: string[] = [];
  const get = async (address: string, headers: Record<string, string> = {}) => {
    const answer = await page.request.get(address, { headers });
    parts.push(await answer.text());
    return parts.at(-1)!;
  };
  for (const tab of tabs) {
    await get(`/cases/${caseId}${tab}`);
    await get(`/cases/${caseId}${tab}`, { RSC: "1" });
  }
  const ofTabs = parts.join("\n");
  for (const address of around) await get(address);
  const log = await get(`/api/cases/${caseId}/log`);
  for (const term of words) {
    // What was typed comes back with the answer: it is taken out once, so that what remains was found.
    for (const path of ["/api/find", "/api/find/results"]) {
      const answer = await page.request.post(path, { headers: { origin: process.env.APP_ORIGIN! }, data: { term } });
      parts.push((await answer.text()).replace(JSON.stringify(term), ""));
    }
  }
  await page.goto(`/cases/${caseId}`);
  const live = await feed(page, caseId);
  return { all: [...parts, live].join("\n"), tabs: ofTabs, feed: live, log };
}
