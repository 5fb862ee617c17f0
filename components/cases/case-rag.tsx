import type { CaseHeaderView } from "@/lib/cases/page/schema";
import { TextLink } from "../ui/link";
import { RagHistory } from "../ui/signal/rag-history";
import { RagTag } from "../ui/signal/rag-tag";

/** The colour with its reason beside it, since when, and how it has moved. */
export function CaseRag({ header, historyHref }: { header: CaseHeaderView; historyHref: string | null }) {
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
      <RagTag rag={header.rag ?? "unassessed"} />
      {header.ragReason ? <strong className="min-w-0 wrap-anywhere">{header.ragReason}</strong> : null}
      <span className="text-note text-ink-soft">
        {[header.ragSinceWords, header.ragBeforeWords].filter(Boolean).join(" · ")}
        {historyHref && header.ragHistory.length > 1 ? (
          <>
            {" · "}
            <TextLink href={historyHref}>history</TextLink>
          </>
        ) : null}
      </span>
      {header.ragHistory.length > 1 ? <RagHistory history={header.ragHistory} until={header.now} words={header.ragHistoryWords} /> : null}
    </div>
  );
}
