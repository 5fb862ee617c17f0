"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { listWords } from "@/lib/format/text";
import { shareCaseInput, type CaseSharing } from "@/lib/cases/sharing/schema";
import { NamesAsked } from "../cases/names-asked";
import { say } from "../shell/said";
import { useSend } from "../shell/use-send";
import { Button } from "../ui/button";
import { Form } from "../ui/form/form";
import { Card } from "../ui/layout/card";
import { WarningStrip } from "../ui/signal/notice";
import { BasisFields } from "./basis-fields";
import { ReachFields, type Reach } from "./reach-fields";
import { ShareChoices } from "./share-choices";
import { ShareConfirm } from "./share-confirm";

type Shared = { agencies: { agencyId: string; name: string; level: string; ring: string; ringBy: string }[] };
type Props = { view: CaseSharing; offer: NonNullable<CaseSharing["offer"]> };

/** Brings agencies into the case: whom, how far, why; then says who will read what before it does it. */
export function ShareForm({ view, offer }: Props) {
  const router = useRouter();
  const [chosen, setChosen] = useState<Record<string, Reach>>({});
  const [basis, setBasis] = useState({ purpose: "", legalBasis: offer.gateways[0]?.code ?? "", endsOn: "" });
  const [isChecking, setChecking] = useState(false);
  const [missing, setMissing] = useState<{ path: string; message: string }[]>([]);
  const agencies = offer.candidates.filter(({ agencyId }) => chosen[agencyId]);
  const outside = basis.legalBasis === "cda_s115" ? agencies.filter((agency) => !agency.isUnderSection115) : [];
  const sending = useSend<Shared, object>({
    path: `/api/cases/${view.header.caseId}/share`,
    onSaved: (shared) => {
      setChosen({});
      setBasis({ ...basis, purpose: "", endsOn: "" });
      setChecking(false);
      say({
        title: `Shared with ${listWords(shared.agencies.map(({ name }) => name))}`,
        steps: [{ what: "They can open the case now, and it stands in the log" }, ...shared.agencies.filter(({ ring }) => ring).map(({ name, ring, ringBy }) => ({ what: `The case is red: tell ${name} in person`, who: ring, when: ringBy }))],
      });
      router.refresh();
    },
    onRefused: () => setChecking(false),
  });
  function save() {
    const body = { agencies: agencies.map(({ agencyId }) => ({ agencyId, ...chosen[agencyId] })), ...basis };
    const checked = shareCaseInput.safeParse({ caseId: view.header.caseId, ...body });
    setMissing(checked.success ? [] : checked.error.issues.map(({ path, message }) => ({ path: path.join("."), message })));
    if (isChecking) void sending.save(body);
    else setChecking(checked.success);
  }
  return (
    <Card id="share" title="Bring in an agency" aside={`With a live agreement for ${view.areaName}`}>
      <Form name="share" className="grid gap-stack" onSubmit={save} errors={missing.length > 0 ? missing : sending.errors} message={sending.message}>
        {isChecking ? (
          <ShareConfirm agencies={agencies} chosen={chosen} basis={basis} view={view} offer={offer} />
        ) : (
          <>
            <ShareChoices view={view} offer={offer} chosen={chosen} onChange={setChosen} />
            {agencies.map((agency) => (
              <fieldset key={agency.agencyId} className="rounded-card border border-line p-3">
                <legend className="px-1 font-bold">{agency.name}</legend>
                <ReachFields name={agency.agencyId} reach={chosen[agency.agencyId]!} preview={view.preview} onChange={(reach) => setChosen({ ...chosen, [agency.agencyId]: reach })} />
              </fieldset>
            ))}
            {agencies.length > 0 ? <BasisFields offer={offer} basis={basis} onChange={setBasis} /> : null}
            {outside.length > 0 ? (
              <WarningStrip title={`Section 115 does not cover ${listWords(outside.map(({ name }) => name))}.`}>It lets you tell public authorities and registered landlords. Share with it on its own, by another law such as consent to a referral.</WarningStrip>
            ) : null}
          </>
        )}
        <NamesAsked problem={sending.problem} busy={sending.isSending} onSend={() => sending.again({ confirmsNames: true } as object)} />
        {agencies.length > 0 ? (
          <div className="flex flex-wrap justify-end gap-2">
            {isChecking ? <Button onClick={() => setChecking(false)}>Change something</Button> : null}
            <Button type="submit" look="primary" busy={sending.isSending}>
              {isChecking ? "Share now" : "Check who will read what"}
            </Button>
          </div>
        ) : null}
      </Form>
    </Card>
  );
}
