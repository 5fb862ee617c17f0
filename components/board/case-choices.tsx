"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { CaseFilters, CaseList } from "@/lib/cases/board/schema";
import { caseStatusLabels } from "@/lib/cases/page/labels";
import { Select } from "../ui/form/select";
import { listAddress } from "./case-addresses";

const whose = [
  { value: "mine", label: "I am named on" },
  { value: "agency", label: "My agency is named on" },
  { value: "led", label: "My agency leads" },
];

/** Which cases to list; each choice opens the list it names. */
export function CaseChoices({ filters, areas }: Pick<CaseList, "filters" | "areas">) {
  const router = useRouter();
  const choose = (change: Partial<Record<keyof CaseFilters, string>>) => router.push(listAddress({ ...filters, ...change } as CaseFilters) as Route);
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4 print:hidden">
      <Select name="whose" label="Whose" empty="All I may see" value={filters.whose ?? ""} onChange={(value) => choose({ whose: value })} options={whose} />
      <Select name="area" label="District" empty="All districts" value={filters.area ?? ""} onChange={(value) => choose({ area: value })} options={areas.map(({ code, name }) => ({ value: code, label: name }))} />
      <Select name="status" label="Status" empty="All but closed" value={filters.status ?? ""} onChange={(value) => choose({ status: value })} options={Object.entries(caseStatusLabels).map(([value, label]) => ({ value, label }))} />
      <Select name="hate" label="Hate" empty="Hate or not" value={filters.hate ?? ""} onChange={(value) => choose({ hate: value })} options={[{ value: "1", label: "Hate only" }]} />
    </div>
  );
}
