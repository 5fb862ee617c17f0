import type { ReactNode } from "react";
import type { AuditLine } from "@/lib/governance/audit/schema";
import { Row } from "../ui/layout/card";
import { PlainLink } from "../ui/link";
import { Tag } from "../ui/signal/tag";
import { auditPaths } from "./audit-paths";

type LookRowProps = { line: AuditLine; /** Leaves out who, on a list of one member. */ bare?: boolean; /** Leads to the member's trail. */ linked?: boolean; tags?: ReactNode; children?: ReactNode };

/** One line of the audit: when, who, what they did, and on which case. */
export function LookRow({ line, bare, linked, tags, children }: LookRowProps) {
  const what = <span>{line.what}{line.reference ? <> · <span className="whitespace-nowrap tabular-nums">{line.reference}</span></> : null}</span>;
  const from = [line.title, line.agency].filter(Boolean).join(", ");
  return (
    <Row className="grid gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <time dateTime={line.at} className="text-note text-ink-soft tabular-nums">{line.atWords}</time>
      <div className="grid min-w-0 gap-0.5">
        <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1 wrap-anywhere">
          {bare ? <strong>{what}</strong> : <Name line={line} linked={linked} />}
          {line.denied ? <Tag tone="soon">{line.denied}</Tag> : null}
          {tags}
        </p>
        {bare ? null : <p className="text-note text-ink-soft wrap-anywhere">{from ? `${from} · ` : ""}{what}</p>}
        {line.note ? <p className="text-note text-ink-soft">{line.note}</p> : null}
        {children}
      </div>
    </Row>
  );
}

function Name({ line, linked }: { line: AuditLine; linked?: boolean }) {
  if (!linked || !line.memberId) return <strong>{line.name}</strong>;
  return <PlainLink href={auditPaths.member(line.memberId)} className="font-bold text-link hover:underline">{line.name}</PlainLink>;
}
