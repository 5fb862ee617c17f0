"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { AgreementView } from "@/lib/agencies/agreements/schema";
import { say } from "../../shell/said";
import { useSend } from "../../shell/use-send";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Checkbox, CheckboxGroup } from "../../ui/form/checkbox";
import { DateInput } from "../../ui/form/date-input";
import { Form } from "../../ui/form/form";
import { Select } from "../../ui/form/select";
import { TextInput } from "../../ui/form/text-input";

const blank = { agencyId: "", signatoryName: "", signedOn: "", endsOn: "", areaIds: [] as string[], coversTriage: false };

/** Records that an agency signs. On a live agreement a second person confirms it. */
export function AddSignatory({ view }: { view: AgreementView }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState(blank);
  const sending = useSend<{ isWaiting: boolean }, object>({
    path: `/api/agreements/${view.agreement.agreementId}/signatories`,
    onSaved: ({ isWaiting }) => {
      say({ title: "The signature is recorded.", steps: [{ what: isWaiting ? "Somebody else of county governance confirms it; until then the agency reaches nothing by it." : "It holds once the agreement is live." }] });
      setTyped(blank);
      setOpen(false);
      router.refresh();
    },
  });
  const change = (next: Partial<typeof blank>) => setTyped({ ...typed, ...next });
  return (
    <>
      <Button data-key="s" onClick={() => setOpen(true)}>Add a signatory</Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title="Add a signatory" width="wide">
        <Form name="signatory" className="grid gap-4" errors={sending.errors} message={sending.message} onSubmit={() => void sending.save(typed)}>
          <Select name="agencyId" label="Agency" empty="Select" value={typed.agencyId} onChange={(agencyId) => change({ agencyId })} options={view.agencies} />
          <TextInput name="signatoryName" label="Who signed for it" hint="Name or post" value={typed.signatoryName} onChange={(signatoryName) => change({ signatoryName })} />
          <DateInput name="signedOn" label="Signed on" quick={["today", "yesterday"]} value={typed.signedOn} onChange={(signedOn) => change({ signedOn })} />
          <DateInput name="endsOn" label="Its own last day" hint="Leave empty for the agreement's" optional quick={[]} value={typed.endsOn} onChange={(endsOn) => change({ endsOn })} />
          <CheckboxGroup name="areaIds" label="Areas it covers" value={typed.areaIds} onChange={(areaIds) => change({ areaIds })} choices={view.areas} />
          <Checkbox name="coversTriage" label="It covers triage" hint="Its coordinators read reports of these areas that have no case yet" checked={typed.coversTriage} onChange={(coversTriage) => change({ coversTriage })} />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Not now</Button>
            <Button type="submit" look="primary" busy={sending.isSending}>Record the signature</Button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}
