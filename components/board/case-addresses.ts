import type { CaseFilters } from "@/lib/cases/board/schema";

/** The address of the list with some filters: codes alone. */
export function listAddress(filters: CaseFilters & { after?: string }): string {
  const chosen = Object.entries(filters).filter(([, value]) => value);
  return chosen.length === 0 ? "/cases" : `/cases?${new URLSearchParams(chosen as [string, string][])}`;
}

export function boardAddress(area?: string): string {
  return area ? `/cases/board?area=${area}` : "/cases/board";
}
