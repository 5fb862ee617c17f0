"use client";

import { useState } from "react";
import type { ReportPageView } from "@/lib/reports/page/schema";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form/form";
import { TextArea } from "@/components/ui/form/text-area";
import { reportPaths } from "../paths";
import { refusalWords, useSort } from "./use-sort";

/** Ends a report in advice. It is kept, and counts when the person reports again. */
export function AdviseForm({ view }: { view: ReportPageView }) {
  const [adviceGiven, setAdvice] = useState("");
  const sending = useSort<{ version: number; adviceGiven: string }>(reportPaths.advise(view.reportId), () => ({ title: `${view.reference} ends in advice. It counts if they report again` }));
  return (
    <Form name="advise" onSubmit={() => void sending.save({ version: view.version, adviceGiven })} errors={sending.errors} message={refusalWords(sending.problem)} className="grid gap-3">
      <TextArea name="adviceGiven" label="The advice you gave" limit={2000} rows={2} value={adviceGiven} onChange={setAdvice} />
      <div>
        <Button type="submit" look="primary" busy={sending.isSending}>End it in advice</Button>
      </div>
    </Form>
  );
}
