import type { ReportPageView } from "@/lib/reports/page/schema";
import { Card } from "@/components/ui/layout/card";

/** How it is safe to get in touch: what not to do stands before the number. */
export function SafeContacts({ contacts }: { contacts: ReportPageView["safeContacts"] }) {
  if (contacts.length === 0) return null;
  return (
    <Card title="Safe contact" tone="act" id="safe-contact">
      {contacts.map((contact) => (
        <div key={contact.name + contact.methodLabel + contact.number} className="grid gap-0.5">
          {contact.doNot ? <p className="font-bold text-warning">{contact.doNot}</p> : null}
          {contact.safeWhen ? <p className="font-bold">{contact.safeWhen}</p> : null}
          {contact.methodLabel === "Phone" && !contact.leaveMessage ? <p className="font-bold">Leave no message.</p> : null}
          {contact.safeWords ? <p>If somebody else answers: {contact.safeWords}</p> : null}
          {contact.interpreter ? <p>Interpreter: {contact.interpreter}</p> : null}
          <p>
            {contact.name} · {contact.methodLabel} <span className="tabular-nums whitespace-nowrap">{contact.number}</span>
          </p>
        </div>
      ))}
    </Card>
  );
}
