"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { RequestsView } from "@/lib/referrals/requests/schema";
import { ask } from "../shell/send";
import { Card, Rows } from "../ui/layout/card";
import { RequestRow } from "./request-row";

export const caseRequestsKey = (caseId: string) => ["case-requests", caseId];

/** What agencies ask of each other about this case itself, for those of its readers who have a part in it. */
export function CaseRequests({ caseId, memberId }: { caseId: string; memberId: string }) {
  const client = useQueryClient();
  const { data } = useQuery({ queryKey: caseRequestsKey(caseId), queryFn: ({ signal }) => ask<RequestsView>("/api/requests", { caseId }, { signal }) });
  const open = [...(data?.toAnswer ?? []), ...(data?.asked ?? [])];
  if (!data || open.length === 0) return null;
  return (
    <Card id="requests" title="Requests about this case" aside={String(open.length)} flush>
      <Rows label="Requests about this case">
        {open.map((request) => <RequestRow key={request.requestId} request={request} view={data} memberId={memberId} onChanged={() => void client.invalidateQueries({ queryKey: caseRequestsKey(caseId) })} />)}
      </Rows>
    </Card>
  );
}
