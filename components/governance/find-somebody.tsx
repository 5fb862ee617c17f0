"use client";

import { useRouter } from "next/navigation";
import type { Route } from "next";
import { useState } from "react";
import type { AuditFoundView, FindStartView } from "@/lib/governance/audit/schema";
import { counted } from "@/lib/format/due";
import { useSend } from "../shell/use-send";
import { Button } from "../ui/button";
import { DateInput } from "../ui/form/date-input";
import { Form } from "../ui/form/form";
import { Select } from "../ui/form/select";
import { TextInput } from "../ui/form/text-input";
import { Card, Row, Rows } from "../ui/layout/card";
import { EmptyState } from "../ui/layout/empty-state";
import { PlainLink } from "../ui/link";
import { AuditFrame } from "./audit-frame";
import { auditPaths } from "./audit-paths";

/** Finds a person by exact name, or a case by reference, to ask who looked. One answer opens by itself; what is typed never stands in an address. */
export function FindSomebody({ view }: { view: FindStartView }) {
  const router = useRouter();
  const [typed, setTyped] = useState({ words: "", bornOn: "", month: view.month });
  const [found, setFound] = useState<AuditFoundView>();
  const finding = useSend<AuditFoundView, { words: string; bornOn: string }>({
    path: "/api/audit/find",
    onSaved: (answer) => {
      const hrefs = [...answer.cases.map(({ caseId }) => auditPaths.case(caseId)), ...answer.people.map(({ personId }) => auditPaths.person(personId, typed.month))];
      if (hrefs.length === 1) router.push(hrefs[0] as Route);
      setFound(answer);
    },
  });
  return (
    <AuditFrame may={view.may} title="Who looked, and why?" current={auditPaths.people}>
      <Form name="audit" onSubmit={() => void finding.save({ words: typed.words, bornOn: typed.bornOn })} errors={finding.errors} message={finding.message} role="search" className="grid max-w-200 gap-stack">
        <div className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 flex-1 basis-72">
            <TextInput data-search="" name="words" label="Full name or case reference" hint="The whole name as it was recorded, or FEN-2026-00123" value={typed.words} onChange={(words) => setTyped({ ...typed, words })} />
          </div>
          <Select name="month" label="Month" value={typed.month} onChange={(month) => setTyped({ ...typed, month })} options={view.months} />
        </div>
        <DateInput name="bornOn" label="Date of birth" hint="Tells people of one name apart" optional quick={[]} value={typed.bornOn} onChange={(bornOn) => setTyped({ ...typed, bornOn })} />
        <Button type="submit" look="primary" busy={finding.isSending} className="w-fit">Show who looked</Button>
      </Form>
      <div role="status" className="sr-only">{found ? counted(found.cases.length + found.people.length, "record") : ""}</div>
      {found ? <Found found={found} month={typed.month} /> : null}
    </AuditFrame>
  );
}

function Found({ found: { cases, people, hasMore }, month }: { found: AuditFoundView; month: string }) {
  if (cases.length + people.length === 0) {
    return <EmptyState title="Nobody of that name, and no case of that reference">Names are found whole only. Check the spelling, leave out the date of birth, or ask by the reference of a case.</EmptyState>;
  }
  return (
    <Card title="Found" aside={counted(cases.length + people.length, "record")} flush>
      <Rows label="Found">
        {cases.map((one) => <Row key={one.caseId}><PlainLink href={auditPaths.case(one.caseId)} className="font-bold text-link tabular-nums hover:underline">{one.reference}</PlainLink></Row>)}
        {people.map((one) => (
          <Row key={one.personId}>
            <PlainLink href={auditPaths.person(one.personId, month)} className="font-bold text-link hover:underline">{one.bornYear ? `Born ${one.bornYear}` : "Year of birth not recorded"}</PlainLink>{" "}
            <span className="text-ink-soft tabular-nums wrap-anywhere">{one.references.length > 0 ? `on ${one.references.join(", ")}` : "on a report alone"}</span>
          </Row>
        ))}
      </Rows>
      {hasMore ? <p className="px-card py-3 text-ink-soft">There are more. Enter the date of birth.</p> : null}
    </Card>
  );
}
