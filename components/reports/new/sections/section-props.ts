import type { ReportFormView } from "@/lib/assessments/intake/form/schema";
import type { Derived } from "../derived";
import type { ReportDraft } from "../value";

/** What every part of the page is given: what was typed, what follows from it, and a way to change it. */
export type SectionProps = {
  draft: ReportDraft;
  derived: Derived;
  view: ReportFormView;
  put: (change: Partial<ReportDraft>) => void;
};
