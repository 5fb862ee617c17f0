"use client";

import { useState } from "react";
import type { ReportPageView } from "@/lib/reports/page/schema";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/layout/card";
import { AdviseForm } from "./advise-form";
import { LinkForm } from "./link-form";
import { OpenCaseForm } from "./open-case-form";
import { SameEventChoice } from "./same-event-choice";

type Way = "open" | "link" | "same" | "advise";

/** Where a waiting report goes, each way with its key: a case of its own, a case there is, the same event as another, or advice. */
export function Decide({ view }: { view: ReportPageView }) {
  const [way, setWay] = useState<Way | null>(view.mayBeSame.length > 0 ? "same" : null);
  const ways: { way: Way; label: string; key: string; isOffered: boolean }[] = [
    { way: "open", label: "Begin a case", key: "o", isOffered: true },
    { way: "link", label: "Put on a case", key: "l", isOffered: true },
    { way: "same", label: "Same event", key: "e", isOffered: view.mayBeSame.length > 0 },
    { way: "advise", label: "Advice only", key: "a", isOffered: view.triggers.length === 0 && view.status !== "advice_only" },
  ];
  return (
    <Card title="Where does it go?" id="decide">
      <div className="grid gap-3">
        <div className="flex flex-wrap gap-2">
          {ways.filter(({ isOffered }) => isOffered).map((one) => (
            <Button key={one.way} look={way === one.way ? "primary" : "secondary"} aria-pressed={way === one.way} data-key={one.key} keys={one.key} onClick={() => setWay(one.way)}>
              {one.label}
            </Button>
          ))}
        </div>
        {way === "open" ? <OpenCaseForm view={view} /> : null}
        {way === "link" ? <LinkForm view={view} /> : null}
        {way === "same" ? <SameEventChoice view={view} /> : null}
        {way === "advise" ? <AdviseForm view={view} /> : null}
      </div>
    </Card>
  );
}
