"use client";

import { useState } from "react";
import { headingLabels } from "@/lib/reports/labels";
import { nsirHeadings, type NsirHeading } from "@/lib/reports/schema";
import type { ReportPageView } from "@/lib/reports/page/schema";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form/form";
import { RadioPills } from "@/components/ui/form/radio-pills";
import { Select } from "@/components/ui/form/select";
import { reportPaths } from "../paths";
import { refusalWords, useSort } from "./use-sort";

type Body = { version: number; leads?: "own" | "area"; nsirHeading?: string };

/** Begins a case from a waiting report. It stays in intake until somebody has assessed the risk. */
export function OpenCaseForm({ view }: { view: ReportPageView }) {
  const [leads, setLeads] = useState<"own" | "area">(view.may.lead ? "own" : "area");
  const [heading, setHeading] = useState("");
  const sending = useSort<Body>(reportPaths.openCase(view.reportId), (asbCase) => ({ title: `${asbCase?.reference ?? "A case"} began from ${view.reference}`, next: "Assess the risk: the case stays in intake until it is done" }));
  return (
    <Form name="open" onSubmit={() => void sending.save({ version: view.version, leads, ...(heading ? { nsirHeading: heading } : {}) })} errors={sending.errors} message={refusalWords(sending.problem)} className="grid gap-3">
      <Select name="nsirHeading" label="Classified as" empty={`${view.headingLabel}, as it was`} options={nsirHeadings.map((code) => ({ value: code, label: headingLabels[code as NsirHeading] }))} value={heading} onChange={setHeading} hint="A better heading may be chosen now. The first is kept." className="max-w-100" />
      {view.may.lead ? (
        <RadioPills name="leads" label="Who leads it?" choices={[{ value: "own" as const, label: "My agency" }, { value: "area" as const, label: "The area's council" }]} value={leads} onChange={setLeads} />
      ) : null}
      <div>
        <Button type="submit" look="primary" busy={sending.isSending}>Begin the case</Button>
      </div>
    </Form>
  );
}
