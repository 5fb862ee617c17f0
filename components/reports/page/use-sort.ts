"use client";

import { useRouter } from "next/navigation";
import { say } from "@/components/shell/said";
import { useSend } from "@/components/shell/use-send";
import { reportPaths } from "../paths";

type Sorted = { asbCase: { caseId: string; reference: string } | null };

/** Sends a decision about a report, says what it did, and goes to the case it led to, or back to what waits. */
export function useSort<Body extends { version: number }>(path: string, said: (asbCase: Sorted["asbCase"]) => { title: string; next?: string }) {
  const router = useRouter();
  return useSend<Sorted, Body>({
    path,
    onSaved: ({ asbCase }) => {
      const { title, next } = said(asbCase);
      say({ title, steps: next ? [{ what: next }] : undefined, action: { label: "All reports", href: reportPaths.list } });
      router.push((asbCase ? reportPaths.asbCase(asbCase.caseId) : reportPaths.list) as never);
      router.refresh();
    },
  });
}

/** What a refusal says, with what to do when somebody else was quicker. */
export function refusalWords(problem: { error: string; message: string } | null): string | undefined {
  if (!problem) return undefined;
  return problem.error === "Conflict" ? "Somebody else has decided on this report meanwhile. Load the page again to see where it went." : problem.message;
}
