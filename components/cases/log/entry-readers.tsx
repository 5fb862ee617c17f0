"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { MemberChoice } from "@/lib/agencies/schema";
import type { EntryView } from "@/lib/cases/log/schema";
import { say } from "../../shell/said";
import { useSend } from "../../shell/use-send";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { DateInput } from "../../ui/form/date-input";
import { Form } from "../../ui/form/form";
import { Select } from "../../ui/form/select";
import { TextInput } from "../../ui/form/text-input";

export type Sealed = { caseId: string; entry: EntryView; agencies: readonly { agencyId: string; name: string }[] };

/** Lets one member of another agency on the case read this entry: the agency that keeps it decides who. */
export function AdmitReader(sealed: Sealed) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" size="small" aria-label={`Let somebody read it: the sealed entry of ${sealed.entry.atWords}`} onClick={() => setOpen(true)}>Let somebody read it</Button>
      {isOpen ? <AdmitDialog {...sealed} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function AdmitDialog({ caseId, entry, agencies, onClose }: Sealed & { onClose: () => void }) {
  const router = useRouter();
  const [given, setGiven] = useState({ agencyId: "", memberId: "", reason: "", endsOn: "" });
  const set = (part: Partial<typeof given>) => setGiven((before) => ({ ...before, ...part }));
  const members = useMembers(given.agencyId);
  const sending = useSend<{ memberName: string; agencyName: string }>({
    path: `/api/cases/${caseId}/entries/${entry.id}/readers`,
    onSaved: ({ memberName, agencyName }) => {
      say({ title: `${memberName} of ${agencyName} can read it now`, steps: [{ what: "Nobody else of that agency can" }, { what: "It stands in the log for those whom the entry is for" }] });
      onClose();
      router.refresh();
    },
  });
  const { memberId, reason, endsOn } = given;
  return (
    <Dialog isOpen onClose={onClose} title="Let somebody read this sealed entry">
      <Form name="admit" className="grid gap-4" errors={sending.errors} message={sending.message} onSubmit={() => void sending.save({ memberId, reason, endsOn })}>
        <Select name="agencyId" label="Their agency" empty="Select an agency on this case" value={given.agencyId} onChange={(agencyId) => set({ agencyId, memberId: "" })} options={agencies.map((one) => ({ value: one.agencyId, label: one.name }))} />
        <Select name="memberId" label="Who may read it" empty="Select a person" value={memberId} onChange={(id) => set({ memberId: id })} options={members.map((one) => ({ value: one.id, label: `${one.name}, ${one.title}` }))} />
        <TextInput name="reason" label="Why they need it" hint="Those whom the entry is for read this." value={reason} onChange={(words) => set({ reason: words })} />
        <DateInput name="endsOn" label="Last day" optional quick={[]} value={endsOn} onChange={(day) => set({ endsOn: day })} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Back</Button>
          <Button type="submit" look="primary" busy={sending.isSending}>Let them read it</Button>
        </div>
      </Form>
    </Dialog>
  );
}

function useMembers(agencyId: string): MemberChoice[] {
  const [members, setMembers] = useState<MemberChoice[]>([]);
  useEffect(() => {
    if (!agencyId) return;
    let isWanted = true;
    fetch(`/api/agencies/${agencyId}/members`, { headers: { Accept: "application/json" } })
      .then((response) => response.json() as Promise<{ members?: MemberChoice[] }>)
      .then((answer) => isWanted && setMembers(answer.members ?? []))
      .catch(() => isWanted && setMembers([]));
    return () => {
      isWanted = false;
    };
  }, [agencyId]);
  return agencyId ? members : [];
}

type EndProps = { caseId: string; entryId: string; reader: EntryView["readers"][number] };

/** Ends it, from their next request on. */
export function EndReader({ caseId, entryId, reader }: EndProps) {
  const router = useRouter();
  const sending = useSend<{ memberName: string }>({
    path: `/api/cases/${caseId}/entries/${entryId}/readers/${reader.readerId}/end`,
    onSaved: ({ memberName }) => {
      say({ title: `${memberName} no longer reads it` });
      router.refresh();
    },
    onRefused: (problem) => say({ title: problem.message }),
  });
  return <Button look="quiet" size="small" busy={sending.isSending} aria-label={`End: ${reader.words}`} onClick={() => void sending.save({ version: reader.version })}>End</Button>;
}
