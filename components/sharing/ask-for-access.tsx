"use client";

import { useState } from "react";
import { say } from "../shell/said";
import { useSend } from "../shell/use-send";
import { Button } from "../ui/button";
import { Form } from "../ui/form/form";
import { TextArea } from "../ui/form/text-area";
import { Card } from "../ui/layout/card";

/** Asks the lead to let this agency work on a case of which it sees a summary. */
export function AskForAccess({ caseId, leadName, leadPhone }: { caseId: string; leadName: string; leadPhone: string }) {
  const [reason, setReason] = useState("");
  const sending = useSend<object, object>({
    path: `/api/cases/${caseId}/ask-for-access`,
    onSaved: () => {
      setReason("");
      say({ title: "Asked", steps: [{ what: `${leadName} sees the question in the log and on this page`, who: leadPhone ? `ring ${leadPhone} if it cannot wait` : undefined }] });
    },
  });
  return (
    <Card id="ask-for-access" title="Ask to work on this case">
      <Form name="ask-for-access" className="grid gap-stack" onSubmit={() => void sending.save({ reason })} errors={sending.errors} message={sending.message}>
        <TextArea name="reason" label={`Why ${leadName} should let you`} limit={500} value={reason} onChange={setReason} />
        <div>
          <Button type="submit" look="primary" keys="Ctrl ↵" busy={sending.isSending}>
            Ask
          </Button>
        </div>
      </Form>
    </Card>
  );
}
