"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { HandOverForm } from "@/lib/referrals/handing-over/schema";
import { DialogForm } from "../assessments/dialog-form";
import { ask } from "../shell/send";
import { Select } from "../ui/form/select";
import { TextArea } from "../ui/form/text-area";
import { TextInput } from "../ui/form/text-input";
import { Card } from "../ui/layout/card";
import { InfoStrip } from "../ui/signal/notice";
import { caseRequestsKey } from "./case-requests";

type Offer = { agencyId: string; areaId: string; purpose: string; legalBasis: string; note: string };
const none: Offer = { agencyId: "", areaId: "", purpose: "", legalBasis: "", note: "" };

/** Offers the lead to another agency: says first what changes when it is accepted, and that nothing does before. */
export function HandOver({ caseId, reference }: { caseId: string; reference: string }) {
  const client = useQueryClient();
  const [offer, setOffer] = useState(none);
  const { data: form } = useQuery({ queryKey: ["hand-over", caseId], queryFn: ({ signal }) => ask<HandOverForm>(`/api/cases/${caseId}/hand-over/form`, {}, { signal }) });
  const areas = form?.agencies.find(({ agencyId }) => agencyId === offer.agencyId)?.areas ?? [];
  const area = areas.find(({ areaId }) => areaId === offer.areaId) ?? (areas.length === 1 ? areas[0] : undefined);
  const legalBasis = offer.legalBasis || (form?.gateways[0]?.code ?? "");
  return (
    <Card id="hand-over" title="Hand over the lead">
      <p className="mb-2">When somebody has moved, or another agency should lead. It must agree; until then you lead.</p>
      <DialogForm<{ offerId: string }>
        name="hand-over" open="Hand over" title={`Hand over ${reference}`} action="Ask them to take over" path={`/api/cases/${caseId}/hand-over`}
        onSaved={() => { setOffer(none); void client.invalidateQueries({ queryKey: caseRequestsKey(caseId) }); }}
        body={() => ({ ...offer, legalBasis, areaId: area?.areaId ?? "" })}
        said={() => ({ title: "They were asked to take over", steps: [{ what: "A coordinator or manager there answers within a working day; then it goes to their managers" }, { what: "Until they accept, you lead and nobody sees more than before" }] })}
      >
        <Select name="agencyId" label="Which agency would lead" empty="Choose" value={offer.agencyId} onChange={(agencyId) => setOffer({ ...offer, agencyId, areaId: "" })} options={(form?.agencies ?? []).map((one) => ({ value: one.agencyId, label: one.name }))} />
        <Select name="areaId" label="In which district" empty="Choose" value={area?.areaId ?? ""} onChange={(areaId) => setOffer({ ...offer, areaId })} options={areas.map((one) => ({ value: one.areaId, label: one.name }))} />
        {area?.isMove ? (
          <InfoStrip title={`The case goes to ${area.name}.`}>
            Its panel, coordinators and clocks are then that district’s. Agencies of this district that have it keep it. Those who work with the person said to be responsible are not told: to them {form?.ownName} still leads here, so they go on ringing you.
          </InfoStrip>
        ) : null}
        <TextInput name="purpose" label="Why they should lead" hint="One line. Leave names and addresses out." value={offer.purpose} onChange={(purpose) => setOffer({ ...offer, purpose })} />
        <Select name="legalBasis" label="The law that allows it" value={legalBasis} onChange={(chosen) => setOffer({ ...offer, legalBasis: chosen })} options={(form?.gateways ?? []).map(({ code, label }) => ({ value: code, label }))} />
        <TextArea name="note" label="What they need to know to decide" hint="They read this before they may open the case. No address, no names." limit={1000} value={offer.note} onChange={(note) => setOffer({ ...offer, note })} />
      </DialogForm>
    </Card>
  );
}
