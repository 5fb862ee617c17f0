"use client";

import { useRouter } from "next/navigation";
import type { CaseHeaderView } from "@/lib/cases/page/schema";
import { paths } from "../shell/paths";
import { say } from "../shell/said";
import { useSend } from "../shell/use-send";
import { Button } from "../ui/button";
import { WarningStrip } from "../ui/signal/notice";

/** Above everything on a case that the member reads in an emergency: until when, who knows, and the way to end it. */
export function OpenInEmergencyBanner({ header }: { header: Pick<CaseHeaderView, "caseId" | "reference" | "openUntilWords" | "lead"> }) {
  const router = useRouter();
  const sending = useSend({
    path: `/api/cases/${header.caseId}/end-glass`,
    onSaved: () => {
      say({ title: `You have stopped reading ${header.reference}`, steps: [{ what: "Information governance looks at why you opened it" }, { what: `If you still need it, ask ${header.lead.agencyName} to share it`, who: header.lead.phone ? `ring ${header.lead.phone}` : undefined }] });
      router.push(paths.home);
    },
  });
  const refused = sending.problem?.error === "NotFound" ? "It has ended by itself. Load the page again." : sending.message;
  return (
    <div className="border-b border-line bg-surface px-card py-2.5 lg:px-gutter">
      <WarningStrip title={`You are reading this in an emergency, until ${header.openUntilWords}.`}>
        {header.lead.agencyName} and information governance have been told. You can read, not write.
        {refused ? <span role="alert" className="block font-semibold">{refused}</span> : null}
        <span className="mt-1.5 block sm:ms-2 sm:mt-0 sm:inline-block print:hidden">
          <Button size="small" busy={sending.isSending} onClick={() => void sending.save({})}>End now</Button>
        </span>
      </WarningStrip>
    </div>
  );
}
