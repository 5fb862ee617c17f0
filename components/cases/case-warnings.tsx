import type { ReactNode } from "react";
import type { CaseWarningView } from "@/lib/cases/page/schema";
import { KnownElsewhere } from "../reports/known-elsewhere";
import { OpenSealed } from "./open-sealed";
import { FactStrip, SealedStrip, StaffSafetyStrip, WarningStrip } from "../ui/signal/notice";

function whomToAsk({ agencyName, isHealth, phone }: Extract<CaseWarningView, { kind: "sealed" }>) {
  if (isHealth) return `Health information held, ask ${agencyName}${phone ? `: ${phone}` : ""}.`;
  return phone ? `Ask ${phone}.` : "Ask that agency.";
}

function Warning({ caseId, warning, assess }: { caseId: string; warning: CaseWarningView; assess: ReactNode }) {
  if (warning.kind === "staff-safety") return <StaffSafetyStrip title={warning.words}>{warning.review}</StaffSafetyStrip>;
  if (warning.kind === "sealed") {
    return (
      <SealedStrip title={`${warning.agencyName}: ${warning.notice}`} action={warning.mayOpen ? <OpenSealed {...{ caseId }} entryId={warning.id} agencyName={warning.agencyName} phone={warning.phone} /> : undefined}>
        {whomToAsk(warning)} {warning.byWords ? <span className="text-note text-ink-soft">{warning.byWords}.</span> : null}
      </SealedStrip>
    );
  }
  if (warning.kind === "sealed-open") return <SealedStrip title={`You are reading a sealed entry of ${warning.agencyName} in an emergency, until ${warning.untilWords}.`}>They and information governance have been told. It stands in the log.</SealedStrip>;
  if (warning.kind === "under-18") return <FactStrip title={`${warning.name}, ${warning.roleWords}, is under 18.`}>Speak with children&rsquo;s services and youth justice before any enforcement step.</FactStrip>;
  if (warning.kind === "interpreter") return <FactStrip title={`${warning.name} speaks ${warning.words}.`}>Book an interpreter; never use a child or a neighbour.</FactStrip>;
  if (warning.kind === "elsewhere") return <KnownElsewhere known={warning} />;
  if (warning.kind === "hate-query") return <WarningStrip title="Is this hate-related? Not settled yet.">A trained officer must ask. The case cannot be closed until then.</WarningStrip>;
  return (
    <WarningStrip title="No risk assessment yet." action={assess}>
      The case cannot leave intake without one.
    </WarningStrip>
  );
}

/** What to know before doing anything, in one place at the top. */
export function CaseWarnings({ caseId, warnings, assess }: { caseId: string; warnings: readonly CaseWarningView[]; assess: ReactNode }) {
  if (warnings.length === 0) return null;
  return (
    <div className="grid gap-2" role="group" aria-label="Before you do anything">
      {warnings.map((warning) => (
        <Warning key={warning.id} {...{ caseId, warning, assess }} />
      ))}
    </div>
  );
}
