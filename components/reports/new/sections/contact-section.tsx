"use client";

import { contactMethodLabels } from "@/lib/reports/labels";
import { contactMethods, type ContactMethod } from "@/lib/reports/schema";
import { Checkbox } from "@/components/ui/form/checkbox";
import { Select } from "@/components/ui/form/select";
import { TextInput } from "@/components/ui/form/text-input";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { SectionProps } from "./section-props";

const numberLabels: Record<string, string> = { phone: "Number", text: "Number", email: "E-mail address" };

/** How it is safe to get in touch. Whoever rings sees "when" and "what not to do" before the number. */
export function ContactSection({ draft, put }: SectionProps) {
  const change = (part: Partial<typeof draft.contact>) => put({ contact: { ...draft.contact, ...part } });
  const { contact } = draft;
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-[10rem_minmax(0,1fr)_minmax(0,1fr)]">
        <Select name="safeContact.method" label="How" options={contactMethods.map((value) => ({ value, label: contactMethodLabels[value as ContactMethod] }))} value={contact.method} onChange={(method) => change({ method })} />
        {contact.method === "none" ? null : <TextInput name="safeContact.number" label={numberLabels[contact.method] ?? "Number or address"} value={contact.number} onChange={(number) => change({ number })} inputMode={contact.method === "email" ? "email" : "tel"} />}
        {contact.method === "none" ? null : <TextInput name="safeContact.when" label="When it is safe" optional value={contact.when} onChange={(when) => change({ when })} />}
      </div>
      <TextInput name="safeContact.doNot" label="What not to do" optional hint="Do not ring after 15:00. Do not say who you are." value={contact.doNot} onChange={(doNot) => change({ doNot })} />
      {contact.method === "phone" ? <Checkbox name="safeContact.leaveMessage" label="It is safe to leave a message" checked={contact.leaveMessage} onChange={(leaveMessage) => change({ leaveMessage })} /> : null}
      <Disclosure summary="What to say, interpreter" className="text-note" open={contact.words !== "" || contact.interpreter !== "" || undefined}>
        <div className="grid gap-3">
          <TextInput name="safeContact.words" label="What to say if somebody else answers" optional value={contact.words} onChange={(words) => change({ words })} />
          <TextInput name="safeContact.interpreter" label="Interpreter" optional hint="The language, and who interprets." value={contact.interpreter} onChange={(interpreter) => change({ interpreter })} />
        </div>
      </Disclosure>
    </>
  );
}
