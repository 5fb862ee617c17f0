"use client";

import { safeNowAnswers, type SafeNow } from "@/lib/reports/schema";
import { safeNowLabels } from "@/lib/reports/labels";
import { RadioPills } from "@/components/ui/form/radio-pills";
import { WarningStrip } from "@/components/ui/signal/notice";
import type { SectionProps } from "./section-props";

/** The first question of all, and what to do before anything else is typed. */
export function SafeSection({ draft, put }: SectionProps) {
  return (
    <>
      <RadioPills
        name="safeNow"
        label="Is everybody safe at this moment?"
        choices={safeNowAnswers.map((value) => ({ value, label: safeNowLabels[value as SafeNow] }))}
        value={draft.safeNow || null}
        onChange={(safeNow) => put({ safeNow })}
      />
      {draft.safeNow === "danger_999_rung" ? (
        <WarningStrip role="alert" title="999 comes first.">
          If they have not rung, ring now and stay on the line with them. Ask them to get behind a locked door or to a neighbour, and not to face anyone. What you type here is kept meanwhile: go on when help is on its way.
        </WarningStrip>
      ) : null}
      {draft.safeNow === "not_known" ? (
        <WarningStrip role="status" title="If in doubt, ring 999.">
          Ask for a welfare check if you cannot reach them again. You can go on with the report.
        </WarningStrip>
      ) : null}
    </>
  );
}
