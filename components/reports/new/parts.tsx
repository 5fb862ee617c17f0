"use client";

import { Fragment } from "react";
import type { ReportFormView } from "@/lib/assessments/intake/form/schema";
import { ContactSection } from "./sections/contact-section";
import { OutcomeSection } from "./sections/outcome-section";
import { PeopleSection } from "./sections/people-section";
import { ResponsibleSection } from "./sections/responsible-section";
import { RiskSection } from "./sections/risk-section";
import { SafeSection } from "./sections/safe-section";
import { WhatSection } from "./sections/what-section";
import { WhenSection } from "./sections/when-section";
import { WhereSection } from "./sections/where-section";
import { Fold } from "./fold";
import { KnownHereLine } from "./panel/known-here-line";
import { sectionSummary, sectionTitles } from "./sections";
import type { useFolds } from "./use-folds";
import type { useReport } from "./use-report";

const hints: Record<number, string> = {
  6: "What the caller says. Nothing here finds it so.",
  7: "Read aloud. “Don’t know” and “Rather not say” are answers.",
};

type PartsProps = { report: ReturnType<typeof useReport>; view: ReportFormView; folds: ReturnType<typeof useFolds> };

/** The nine parts of the page, in the order of a call. */
export function Parts({ report, view, folds }: PartsProps) {
  const { draft, derived, put } = report;
  const props = { draft, derived, view, put };
  const now = new Date(draft.whenAt);
  const parts = [
    <SafeSection key={1} {...props} />,
    <WhereSection key={2} {...props} />,
    <WhatSection key={3} {...props} />,
    <WhenSection key={4} {...props} />,
    <PeopleSection key={5} {...props} />,
    <ResponsibleSection key={6} {...props} />,
    <RiskSection key={7} {...props} />,
    <ContactSection key={8} {...props} />,
    <OutcomeSection key={9} {...props} here={report.here} saving={report.saving} />,
  ];
  return parts.map((part, index) => {
    const at = index + 1;
    return (
      <Fragment key={at}>
        <Fold at={at} title={sectionTitles[index] ?? ""} hint={hints[at]} isFolded={folds.isFolded(at)} isCurrent={folds.current === at} summary={sectionSummary(at, draft, derived, now)} onOpen={() => folds.goTo(at)}>
          {part}
        </Fold>
        {at === 2 && report.here ? <KnownHereLine here={report.here} /> : null}
      </Fragment>
    );
  });
}
