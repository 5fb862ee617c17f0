"use client";

import { useRouter } from "next/navigation";
import type { Route } from "next";
import { useState } from "react";
import { Button } from "../ui/button";
import { Form } from "../ui/form/form";
import { Select } from "../ui/form/select";

type Props = { name: string; label: string; now: string; choices: { value: string; label: string }[]; /** Where a choice leads, up to its value. */ address: string };

/** Another month or week of the same page. */
export function TimeChoice({ name, label, now, choices, address }: Props) {
  const router = useRouter();
  const [chosen, setChosen] = useState(now);
  return (
    <Form name={name} onSubmit={() => router.push(`${address}${chosen}` as Route)} className="flex flex-wrap items-end gap-3 print:hidden">
      <Select name={name} label={label} value={chosen} onChange={setChosen} options={choices} />
      <Button type="submit" look="primary">Show</Button>
    </Form>
  );
}
