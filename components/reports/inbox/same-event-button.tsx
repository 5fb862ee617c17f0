"use client";

import { useRouter } from "next/navigation";
import { say } from "@/components/shell/said";
import { useSend } from "@/components/shell/use-send";
import { Button } from "@/components/ui/button";
import { reportPaths } from "../paths";

type SameEventProps = { reportId: string; version: number; sameAsId: string; reference: string };
type Sorted = { asbCase: { caseId: string; reference: string } | null };

/** Says that a waiting report is the same event as another, which it then follows. */
export function SameEventButton({ reportId, version, sameAsId, reference }: SameEventProps) {
  const router = useRouter();
  const sending = useSend<Sorted, { version: number; sameAsId: string }>({
    path: reportPaths.sameEvent(reportId),
    onSaved: ({ asbCase }) => {
      say({ title: asbCase ? `Counted once with ${reference}, and put on ${asbCase.reference}` : `Counted once with ${reference}` });
      router.refresh();
    },
  });
  return (
    <div className="grid gap-1">
      <Button size="small" data-key="e" busy={sending.isSending} onClick={() => void sending.save({ version, sameAsId })}>
        Same event
      </Button>
      {sending.problem ? <p role="alert" className="text-note font-bold text-warning">{sending.problem.message}</p> : null}
    </div>
  );
}
