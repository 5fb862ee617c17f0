import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { draftSaver, type Draft, type DraftState, type SavedDraft } from "./draft-saver";
import { notReached } from "../sending/problem";
import type { Sent } from "../send";

const saved = (version: number): Sent<SavedDraft> => ({ ok: true, data: { version, savedAt: "2026-11-18T09:13:52Z" } });

function start(answers: Sent<SavedDraft>[]) {
  const puts: (Draft & { leaving: boolean })[] = [];
  const states: DraftState[] = [];
  const saver = draftSaver({
    kind: "report",
    subject: "new",
    put: async (draft, leaving) => {
      puts.push({ ...draft, leaving });
      return answers[puts.length - 1] ?? saved(puts.length);
    },
    onState: (state) => states.push(state),
  });
  return { saver, puts, states, last: () => states[states.length - 1] };
}

describe("draftSaver", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("waits two seconds after the last change and sends only that", async () => {
    const { saver, puts, last } = start([]);
    saver.change("a");
    await vi.advanceTimersByTimeAsync(1_900);
    saver.change("ab");
    await vi.advanceTimersByTimeAsync(1_900);
    expect(puts).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(200);
    expect(puts.map((put) => put.data)).toEqual(["ab"]);
    expect(last()).toEqual({ status: "saved", savedAt: "2026-11-18T09:13:52Z" });
  });

  it("saves over the version it saved before", async () => {
    const { saver, puts } = start([saved(4)]);
    saver.change("a");
    await saver.flush();
    saver.change("ab");
    await saver.flush();
    expect(puts.map((put) => put.version)).toEqual([undefined, 4]);
  });

  it("keeps what could not be sent and tries again with the newest words", async () => {
    const { saver, puts, last } = start([{ ok: false, error: notReached }]);
    saver.change("a");
    await saver.flush();
    expect(last()).toEqual({ status: "kept-here", isSignedOut: false });
    expect(saver.isUnsaved()).toBe(true);
    saver.change("ab");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(puts.map((put) => put.data)).toEqual(["a", "ab"]);
    expect(saver.isUnsaved()).toBe(false);
  });

  it("tries again by itself when nothing more is typed", async () => {
    const { saver, puts } = start([{ ok: false, error: notReached }]);
    saver.change("a");
    await saver.flush();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(puts.map((put) => put.data)).toEqual(["a", "a"]);
  });

  it("stops at a conflict with the words still held, and goes on when told to", async () => {
    const { saver, puts, last } = start([{ ok: false, error: { error: "Conflict", message: "Changed elsewhere", current: { version: 7 } } }]);
    saver.change("mine");
    await saver.flush();
    expect(last()).toEqual({ status: "elsewhere", current: { version: 7 } });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(puts).toHaveLength(1);
    saver.goOnOver(7);
    await vi.advanceTimersByTimeAsync(0);
    expect(puts[1]).toMatchObject({ data: "mine", version: 7 });
  });

  it("sends nothing when nothing changed, and nothing after it is stopped", async () => {
    const { saver, puts } = start([]);
    await saver.flush();
    saver.change("a");
    saver.stop();
    await saver.flush();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(puts).toHaveLength(0);
  });

  it("does not wait its turn when the page is going away", async () => {
    const { saver, puts } = start([saved(3)]);
    saver.change("a");
    await saver.flush();
    saver.change("ab");
    void saver.flush();
    saver.change("abc");
    void saver.flush(true);
    expect(puts.map((put) => [put.data, put.leaving, put.version])).toEqual([["a", false, undefined], ["ab", false, 3], ["abc", true, undefined]]);
  });
});
