"use client";

import { useRouter } from "next/navigation";
import type { Route } from "next";
import { useState } from "react";
import { Button } from "../ui/button";
import { DateInput } from "../ui/form/date-input";
import { Form } from "../ui/form/form";
import type { FieldProblem } from "../ui/form/form-errors";
import { Select } from "../ui/form/select";

type Props = { areas: { code: string; name: string }[]; area: string; on: string; today: string };

/** Which district and which day the figures are for. Both are safe to stand in an address. */
export function CaseloadChoice({ areas, area, on, today }: Props) {
  const router = useRouter();
  const [chosen, setChosen] = useState({ area, on });
  const [errors, setErrors] = useState<FieldProblem[]>([]);

  function show() {
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(chosen.on);
    const problem = !isDay ? "Enter a day" : chosen.on > today ? "The day must be today or earlier" : null;
    setErrors(problem ? [{ path: "on", message: problem }] : []);
    if (!problem) router.push(`/overview?area=${chosen.area}&on=${chosen.on}` as Route);
  }

  return (
    <Form onSubmit={show} errors={errors} className="flex flex-wrap items-end gap-3 print:hidden">
      <Select name="area" label="District" value={chosen.area} onChange={(value) => setChosen({ ...chosen, area: value })} options={areas.map(({ code, name }) => ({ value: code, label: name }))} />
      <DateInput name="on" label="As at" quick={["today"]} value={chosen.on} onChange={(value) => setChosen({ ...chosen, on: value })} />
      <Button type="submit" look="primary">
        Show
      </Button>
    </Form>
  );
}
