import type { TrailView } from "@/lib/governance/audit/schema";
import { Card, Rows } from "../ui/layout/card";
import { EmptyState } from "../ui/layout/empty-state";
import { Pagination } from "../ui/layout/pagination";
import { AuditFrame } from "./audit-frame";
import { auditPaths } from "./audit-paths";
import { LookRow } from "./look-row";

const pages = {
  mine: { title: "What I did", about: "Every page you open and everything you do is kept. Your manager and information governance can read this too.", empty: "Nothing yet", emptyWords: "What you open and do will stand here." },
  denied: { title: "Denied attempts", about: "Requests that were refused or found nothing, and sign-ins that failed. A reference is shown where a case that exists was asked for.", empty: "No denied attempts", emptyWords: "When somebody asks for what they may not see, it is listed here." },
  searches: { title: "Searches and exports", about: "Who searched, and who took something out. What was searched for is not kept.", empty: "No searches or exports", emptyWords: "When somebody searches or takes something out of Hereward, it is listed here." },
};

/** A list of the audit: one's own doing, denied attempts, or searches. */
export function TrailPage({ view, which }: { view: TrailView; which: keyof typeof pages }) {
  const { title, about, empty, emptyWords } = pages[which];
  const href = auditPaths[which];
  return (
    <AuditFrame may={view.may} title={title} current={href}>
      <p className="max-w-prose text-ink-soft">{about}</p>
      <Card flush>
        {view.lines.length === 0 ? (
          <EmptyState title={empty}>{emptyWords}</EmptyState>
        ) : (
          <Rows label={title}>{view.lines.map((line) => <LookRow key={line.key} line={line} bare={which === "mine"} linked={which !== "mine"} />)}</Rows>
        )}
      </Card>
      <Pagination label="Earlier" nextHref={view.next ? `${href}?after=${view.next}` : null} />
    </AuditFrame>
  );
}
