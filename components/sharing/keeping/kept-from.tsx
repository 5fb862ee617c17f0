"use client";

import { useState } from "react";
import type { CaseSharing } from "@/lib/cases/sharing/schema";
import { DialogForm } from "../../assessments/dialog-form";
import { ComboBox, type FoundChoice } from "../../ui/form/combo-box";
import { TextArea } from "../../ui/form/text-area";
import { Card, Row, Rows } from "../../ui/layout/card";

type Named = { memberName: string };

/** Who is kept from the case for a conflict of interest and why, for the agency that leads it. */
export function KeptFromCard({ view, memberId }: { view: CaseSharing; memberId: string }) {
  const { header, keeping, keptFrom } = view;
  if (!keeping.mayExclude) return null;
  return (
    <Card id="kept-from" title="Who is kept from this case" aside={keptFrom.length > 0 ? String(keptFrom.length) : null} flush foot={<KeepSomebody view={view} memberId={memberId} />}>
      {keptFrom.length === 0 ? <p className="px-card py-3 text-ink-soft">Nobody. A member who knows somebody in the case, or has another conflict of interest, can be kept from it: to them it does not exist.</p> : null}
      <Rows label="Who is kept from this case">
        {keptFrom.map((one) => (
          <Row key={one.exclusionId} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
            <div className="min-w-0 flex-1 basis-64 wrap-anywhere">
              <p><strong>{one.name}</strong> <span className="text-ink-soft">{one.agencyName}, since {one.sinceWords}</span></p>
              <p>{one.reason}</p>
            </div>
            {keeping.mayLetIn ? <LetBackIn caseId={header.caseId} kept={one} /> : null}
          </Row>
        ))}
      </Rows>
      {keptFrom.length > 0 && !keeping.mayLetIn ? <p className="px-card pb-3 text-note text-ink-soft">A manager of {header.lead.agencyName} can let somebody back in.</p> : null}
    </Card>
  );
}

function KeepSomebody({ view: { header, keeping }, memberId }: { view: CaseSharing; memberId: string }) {
  const [who, setWho] = useState<FoundChoice | null>(null);
  const [reason, setReason] = useState("");
  const find = async (words: string) => keeping.people
    // Who has a conflict themselves declares it in words that say what follows.
    .filter((one) => one.memberId !== memberId)
    .filter(({ name, agencyName }) => `${name} ${agencyName}`.toLowerCase().includes(words.toLowerCase()))
    .slice(0, 30).map(({ memberId, name, title, agencyName }) => ({ id: memberId, label: name, note: `${title}, ${agencyName}` }));
  return (
    <DialogForm<Named>
      name="keep-from" open="Keep somebody from it" title="Keep somebody from this case" action="Keep them from it"
      path={`/api/cases/${header.caseId}/exclusions`} body={() => ({ memberId: who?.id, reason })}
      said={({ memberName }) => {
        setWho(null);
        setReason("");
        return { title: `${memberName} is kept from this case`, steps: [{ what: "To them it does not exist from now on, in lists, by place or by reference" }, { what: "What they had open goes back to their agency" }, { what: "The log says who, and not why" }] };
      }}
    >
      <p>From now on the case does not exist for them: not in lists, not by place, not by its reference. What they had open goes back to their agency.</p>
      <ComboBox name="memberId" label="Who" hint="Anyone who works at an agency that has this case" find={find} value={who} onChange={setWho} minLength={1} nothingFound="Nobody of that name works at an agency that has this case, other than you and its named officer" />
      <TextArea name="reason" label="What the conflict is" hint={`Only ${header.lead.agencyName} reads this.`} limit={500} value={reason} onChange={setReason} />
    </DialogForm>
  );
}

function LetBackIn({ caseId, kept }: { caseId: string; kept: CaseSharing["keptFrom"][number] }) {
  return (
    <DialogForm<Named>
      name="let-back-in" size="small" open="Let back in" label={kept.name} title={`Let ${kept.name} back in?`} action="Let them back in"
      path={`/api/cases/${caseId}/exclusions/${kept.exclusionId}/end`} body={() => ({ version: kept.version })}
      said={({ memberName }) => ({ title: `${memberName} is no longer kept from this case`, steps: [{ what: "They find it again, as far as it is shared with their agency" }, { what: "It stands in the log" }] })}
    >
      <p>They are kept from it for this: {kept.reason}</p>
      <p>They will see everything that their agency sees, also what was written while they were kept from it.</p>
    </DialogForm>
  );
}
