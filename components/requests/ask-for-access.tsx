"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { AskForm } from "@/lib/referrals/requests/schema";
import { DialogForm } from "../assessments/dialog-form";
import { ask } from "../shell/send";
import type { Reach } from "../sharing/reach-fields";
import { Select } from "../ui/form/select";
import { TextArea } from "../ui/form/text-area";
import { TextInput } from "../ui/form/text-input";
import { ReachChoice } from "./reach-choice";

type Props = { reference: string; leadName: string; ring: string; onAsked?: () => void };
type Asking = { reach: Reach | null; purpose: string; reason: string; memberId: string };

/** Asks the agency that leads a case for reach into it: how much, on which side, for what, and who would work on it. */
export function AskForAccess({ reference, leadName, ring, onAsked }: Props) {
  const [asking, setAsking] = useState<Asking>({ reach: null, purpose: "", reason: "", memberId: "" });
  const { data: form } = useQuery({ queryKey: ["ask-form"], queryFn: ({ signal }) => ask<AskForm>("/api/requests/ask-form", {}, { signal }), staleTime: 300_000 });
  const reach = asking.reach ?? { level: "summary", side: form?.side ?? "both" };
  const memberId = asking.memberId || form?.memberId || "";
  return (
    <DialogForm
      name="ask-for-access" size="small" open="Ask for access" label={reference} title={`Ask ${leadName || "the lead agency"} for access to ${reference}`} action="Ask" path="/api/requests/ask" onSaved={onAsked}
      body={() => ({ reference, ...reach, purpose: asking.purpose, reason: asking.reason, memberId })}
      said={() => ({ title: `Asked for access to ${reference}`, steps: [{ what: `${leadName || "The lead agency"} answers within a working day; you are told. Until then you see what you see now`, who: ring ? `if it cannot wait, ring ${ring}` : undefined }] })}
    >
      <ReachChoice reach={reach} onChange={(next) => setAsking({ ...asking, reach: next })} />
      <TextInput name="purpose" label="What you need it for" hint="One line. Leave names out." value={asking.purpose} onChange={(purpose) => setAsking({ ...asking, purpose })} />
      <TextArea name="reason" label="Why you need to see it" hint={`${leadName || "The lead agency"} reads this.`} limit={500} value={asking.reason} onChange={(reason) => setAsking({ ...asking, reason })} />
      <Select name="memberId" label="Who would work on it" value={memberId} onChange={(chosen) => setAsking({ ...asking, memberId: chosen })} options={(form?.colleagues ?? []).map((one) => ({ value: one.memberId, label: `${one.name}, ${one.title}` }))} />
    </DialogForm>
  );
}
