"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { CaseSharing, SharingPartner } from "@/lib/cases/sharing/schema";
import { NamesAsked } from "../cases/names-asked";
import { say } from "../shell/said";
import { useSend } from "../shell/use-send";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Form } from "../ui/form/form";
import { BasisFields } from "./basis-fields";
import { ReachFields, type Reach } from "./reach-fields";

type Props = { partner: SharingPartner; view: CaseSharing };

/** Gives an agency more or less, or another side, in one step. */
export function ChangeShare({ partner, view }: Props) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [reach, setReach] = useState<Reach>({ level: partner.level === "summary" ? "contribute" : "summary", side: partner.side });
  const [basis, setBasis] = useState({ purpose: partner.purpose, legalBasis: partner.legalBasis, endsOn: "" });
  const sending = useSend<object, object>({
    path: `/api/cases/${view.header.caseId}/change-share`,
    onSaved: () => {
      setOpen(false);
      say({ title: `${partner.name}: changed`, steps: [{ what: "It sees the new extent from now on, and no more than that" }, { what: "The change stands in the log" }] });
      router.refresh();
    },
  });
  if (!view.offer || partner.agreement === "ended") return null;
  return (
    <>
      <Button size="small" aria-label={`Change what ${partner.name} sees`} onClick={() => setOpen(true)}>
        Change
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={`What ${partner.name} sees`} width="wide">
        <Form name="change-share" className="grid gap-stack" onSubmit={() => void sending.save({ grantId: partner.grantId, ...reach, ...basis })} errors={sending.errors} message={sending.message}>
          <p className="text-ink-soft">
            Now: {partner.levelWords.toLowerCase()}, {partner.sideWords.toLowerCase()}.
          </p>
          <ReachFields name="change" reach={reach} preview={view.preview} onChange={setReach} />
          <BasisFields offer={view.offer} basis={basis} onChange={setBasis} />
          <NamesAsked problem={sending.problem} busy={sending.isSending} onSend={() => sending.again({ confirmsNames: true } as object)} />
          <div className="flex justify-end">
            <Button type="submit" look="primary" keys="Ctrl ↵" busy={sending.isSending}>
              Change it now
            </Button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}
