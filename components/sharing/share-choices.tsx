"use client";

import { ringWords } from "@/lib/cases/duty/labels";
import type { CaseSharing, SharingCandidate } from "@/lib/cases/sharing/schema";
import { Checkbox } from "../ui/form/checkbox";
import { Disclosure } from "../ui/layout/disclosure";
import { TextLink } from "../ui/link";
import type { Reach } from "./reach-fields";

type Chosen = Record<string, Reach>;
type Props = { view: CaseSharing; offer: NonNullable<CaseSharing["offer"]>; chosen: Chosen; onChange: (chosen: Chosen) => void };

/** Whom to bring in: those the assessments call for first, with the reason; those without an agreement last, with what can be done instead. */
export function ShareChoices({ view, offer, chosen, onChange }: Props) {
  const may = offer.candidates.filter(({ refusal }) => !refusal);
  const suggested = may.filter(({ suggestion }) => suggestion);
  const others = may.filter(({ suggestion }) => !suggestion);
  const toggle = (agency: SharingCandidate) => {
    const { [agency.agencyId]: before, ...rest } = chosen;
    onChange(before ? rest : { ...rest, [agency.agencyId]: { level: "contribute", side: agency.side } });
  };
  const box = (agency: SharingCandidate) => (
    <Checkbox
      key={agency.agencyId} name={agency.agencyId} checked={agency.agencyId in chosen} onChange={() => toggle(agency)}
      label={<><strong>{agency.name}</strong> <span className="text-ink-soft">{agency.kindWords}</span></>}
      hint={agency.suggestion ? `Suggested: ${agency.suggestion.charAt(0).toLowerCase()}${agency.suggestion.slice(1)}` : undefined}
    />
  );
  return (
    <div className="grid gap-2">
      {suggested.length > 0 ? <fieldset><legend className="font-semibold">Suggested by the risk assessment</legend>{suggested.map(box)}</fieldset> : null}
      {others.length > 0 ? (
        <Disclosure open={suggested.length === 0} summary={suggested.length > 0 ? `Others with an agreement (${others.length})` : "Agencies with an agreement"}>
          <fieldset className="grid gap-x-6 sm:grid-cols-2"><legend className="sr-only">Others with an agreement</legend>{others.map(box)}</fieldset>
        </Disclosure>
      ) : null}
      <WithoutAgreement view={view} offer={offer} agencies={offer.candidates.filter(({ refusal }) => refusal)} />
    </div>
  );
}

function WithoutAgreement({ view, offer, agencies }: Pick<Props, "view" | "offer"> & { agencies: SharingCandidate[] }) {
  if (agencies.length === 0) return null;
  const { governance } = offer;
  return (
    <Disclosure summary={`Cannot be chosen: no live agreement for ${view.areaName} (${agencies.length})`}>
      <p>Nothing about this case may reach them here. You can refer the person to them with the person&rsquo;s consent, and keep track of the answer.</p>
      <ul className="my-2 list-disc ps-4.5">
        {agencies.map((agency) => (
          <li key={agency.agencyId}>
            {agency.refusal} <TextLink href={`/cases/${view.header.caseId}/referrals?to=${agency.agencyId}`}>Refer with consent</TextLink>
          </li>
        ))}
      </ul>
      {governance ? (
        <p>
          To have one signed, ask {governance.agencyName}: {ringWords(governance)}.
        </p>
      ) : null}
    </Disclosure>
  );
}
