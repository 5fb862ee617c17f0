"use client";

import { useState } from "react";
import type { Found, FoundCase } from "@/lib/cases/find/schema";
import { PageBody, PageTitle } from "../shell/page-parts";
import { ask, Refusal } from "../shell/send";
import { Button } from "../ui/button";
import { Form } from "../ui/form/form";
import { TextInput } from "../ui/form/text-input";
import { Card, Rows } from "../ui/layout/card";
import { EmptyState } from "../ui/layout/empty-state";
import { CaseFound } from "./case-found";
import { Results } from "./results";

type Props = { recent: FoundCase[]; found: Found | null };

/** One box for a reference, a name or an address. What is typed is never put in the address of the page. */
export function FindPage({ recent, found: asked }: Props) {
  const [term, setTerm] = useState(asked?.term ?? "");
  const [found, setFound] = useState(asked);
  const [isFinding, setFinding] = useState(false);
  const [message, setMessage] = useState<string>();
  async function look() {
    if (term.trim().length < 2) return setMessage("Enter at least two letters or a reference");
    setMessage(undefined);
    setFinding(true);
    try {
      setFound(await ask<Found>("/api/find/results", { term: term.trim() }));
    } catch (error) {
      setMessage(error instanceof Refusal ? error.problem.message : "The search did not work. Try again.");
    } finally {
      setFinding(false);
    }
  }
  return (
    <PageBody>
      <PageTitle>People & places</PageTitle>
      <Form name="find" onSubmit={() => void look()} message={message} role="search">
        <div className="flex flex-wrap items-end gap-2">
          <div className="min-w-0 flex-1 basis-64">
            <TextInput name="term" label="Name, address or case reference" hint="Such as Kettle, 12 Eel Drove or FEN-2026-00123" value={term} onChange={setTerm} />
          </div>
          <Button type="submit" look="primary" busy={isFinding}>
            Find
          </Button>
        </div>
      </Form>
      <div role="status" className="sr-only">{found ? countWords(found) : ""}</div>
      {found ? <Results found={found} /> : <Recent cases={recent} />}
    </PageBody>
  );
}

function countWords({ cases, pointers, people, places }: Found): string {
  const count = cases.length + pointers.length + people.length + places.length;
  return count === 0 ? "Nothing found that you may see" : `${count} found`;
}

function Recent({ cases }: { cases: FoundCase[] }) {
  return (
    <Card title="Cases you opened last" flush>
      {cases.length > 0 ? <Rows>{cases.map((one) => <CaseFound key={one.caseId} found={one} />)}</Rows> : <EmptyState level={3} title="None yet">Cases that you open stand here, so that you can go back to them.</EmptyState>}
    </Card>
  );
}
