"use client";

import { useRouter } from "next/navigation";
import type { Route } from "next";
import { useState } from "react";
import { Button } from "../ui/button";
import { Form } from "../ui/form/form";
import { Select } from "../ui/form/select";
import { auditPaths } from "./audit-paths";

type Props = { personId: string; month: string; months: { value: string; label: string }[] };

/** Another month of the same person. */
export function MonthChoice({ personId, month, months }: Props) {
  const router = useRouter();
  const [chosen, setChosen] = useState(month);
  return (
    <Form name="month" onSubmit={() => router.push(auditPaths.person(personId, chosen) as Route)} className="flex flex-wrap items-end gap-3 print:hidden">
      <Select name="month" label="Month" value={chosen} onChange={setChosen} options={months} />
      <Button type="submit" look="primary">Show</Button>
    </Form>
  );
}
