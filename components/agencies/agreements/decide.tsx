"use client";

import { useRouter } from "next/navigation";
import type { AgreementView } from "@/lib/agencies/agreements/schema";
import { say } from "../../shell/said";
import { useSend } from "../../shell/use-send";
import { Button } from "../../ui/button";
import { VisuallyHidden } from "../../ui/visually-hidden";

/** Makes a proposed agreement live, as the second person. */
export function Activate({ agreement }: { agreement: AgreementView["agreement"] }) {
  const router = useRouter();
  const after = (title: string) => {
    say({ title });
    router.refresh();
  };
  const sending = useSend({
    path: `/api/agreements/${agreement.agreementId}/activate`,
    onSaved: () => after("The agreement is live. Its signatories reach what is shared with them from their next request on."),
    onRefused: (problem) => after(problem.error === "Conflict" ? "A signature was added since you opened this. Look again before you make it live." : problem.message),
  });
  return <Button look="primary" busy={sending.isSending} onClick={() => void sending.save({ version: agreement.version })}>Make it live</Button>;
}

/** Confirms or declines a signature on a live agreement, as the second person; whoever recorded it may take it back. */
export function DecideSignatory({ proposal }: { proposal: AgreementView["proposals"][number] }) {
  const router = useRouter();
  const after = (title: string) => {
    say({ title });
    router.refresh();
  };
  const sending = useSend<{ confirmed: boolean }, object>({
    path: `/api/agreements/proposals/${proposal.proposalId}/decide`,
    onSaved: ({ confirmed }) => after(confirmed ? `The signature of ${proposal.agency} holds from now on.` : `The signature of ${proposal.agency} is not taken up.`),
    onRefused: (problem) => after(problem.message),
  });
  const decide = (decision: string) => void sending.save({ version: proposal.version, decision });
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="small" onClick={() => decide("declined")}>{proposal.mayConfirm ? "Decline" : "Take back"}<VisuallyHidden> {proposal.agency}</VisuallyHidden></Button>
      {proposal.mayConfirm ? <Button size="small" look="primary" busy={sending.isSending} onClick={() => decide("confirmed")}>Confirm<VisuallyHidden> {proposal.agency}</VisuallyHidden></Button> : null}
    </div>
  );
}
