"use client";

import { useRouter } from "next/navigation";
import type { RegisteredMember } from "@/lib/agencies/members/schema";
import { say } from "../../shell/said";
import { useSend } from "../../shell/use-send";
import { Button } from "../../ui/button";
import { VisuallyHidden } from "../../ui/visually-hidden";

/** Confirms that a member still needs their access, for another 90 days. */
export function ConfirmButton({ member }: { member: RegisteredMember }) {
  const router = useRouter();
  const after = (title: string) => {
    say({ title });
    router.refresh();
  };
  const sending = useSend({
    path: `/api/members/${member.memberId}/confirm`,
    onSaved: () => after(`${member.name} still needs their access: confirmed for 90 days.`),
    onRefused: (problem) => after(problem.message),
  });
  return <Button size="small" data-key="k" busy={sending.isSending} onClick={() => void sending.save({ version: member.version })}>Still needed<VisuallyHidden>: {member.name}</VisuallyHidden></Button>;
}
