import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { notReached } from "../sending/problem";
import type { Sent } from "../send";
import { draftSaver, type Draft, type DraftState, type SavedDraft } from "./draft-saver";

const saved: Sent<SavedDraft> = { ok: true, data: { savedAt: "2026-11-18T09:13:52Z" } };
const text = (words: string) => ({ text: words });

function start(answers: Sent<SavedDraft>[]) {
  const puts: (Draft & { leaving: boolean })[] = [];
  const states: DraftState[] = [];
  const saver = draftSaver({
    kind: "report",
    subject: "new",
    put: async (draft, leaving) => {
      puts.push({ ...draft, leaving });
      return answers[puts.length - 1] ?? saved;
    },
    onState: (state) => states.push(state),
  });
  return { saver, sent: () => puts.map((put) => put.data.text), puts, last: () => states[states.length - 1] };
}

describe("draftSaver", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("waits two seconds after the last change and sends only that", async () => {
    const { saver, sent, last } = start([]);
    saver.change(text("a"));
    await vi.advanceTimersByTimeAsync(1_900);
    saver.change(text("ab"));
    await vi.advanceTimersByTimeAsync(1_900);
    expect(sent()).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(sent()).toEqual(["ab"]);
    expect(last()).toEqual({ status: "saved", savedAt: "2026-11-18T09:13:52Z" });
  });

  it("keeps what could not be sent and tries again with the newest words", async () => {
    const { saver, sent, last } = start([{ ok: false, error: notReached }]);
    saver.change(text("a"));
    await saver.flush();
    expect(last()).toEqual({ status: "kept-here", isSignedOut: false });
    expect(saver.isUnsaved()).toBe(true);
    saver.change(text("ab"));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent()).toEqual(["a", "ab"]);
    expect(saver.isUnsaved()).toBe(false);
  });

  it("tries again by itself when nothing more is typed", async () => {
    const { saver, sent } = start([{ ok: false, error: notReached }]);
    saver.change(text("a"));
    await saver.flush();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent()).toEqual(["a", "a"]);
  });

  it("says so when the session has ended, and still holds the words", async () => {
    const { saver, last } = start([{ ok: false, error: { error: "Unauthenticated", message: "Sign in to go on." } }]);
    saver.change(text("a"));
    await saver.flush();
    expect(last()).toEqual({ status: "kept-here", isSignedOut: true });
    expect(saver.unsaved()).toEqual({ data: text("a") });
  });

  it("saves in turn: the second only when the first has been answered", async () => {
    const { saver, sent } = start([]);
    saver.change(text("a"));
    const first = saver.flush();
    saver.change(text("ab"));
    const second = saver.flush();
    expect(sent()).toEqual(["a"]);
    await Promise.all([first, second]);
    expect(sent()).toEqual(["a", "ab"]);
  });

  it("does not wait its turn when the page is going away", () => {
    const { saver, puts } = start([]);
    saver.change(text("a"));
    void saver.flush();
    saver.change(text("ab"));
    void saver.flush(true);
    expect(puts.map((put) => [put.data.text, put.leaving])).toEqual([["a", false], ["ab", true]]);
  });

  it("sends nothing when nothing changed, and nothing after it is stopped", async () => {
    const { saver, sent } = start([]);
    await saver.flush();
    saver.change(text("a"));
    saver.stop();
    saver.change(text("ab"));
    await saver.flush();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent()).toEqual([]);
  });
});
