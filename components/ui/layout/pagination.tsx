import { LinkButton } from "../link";

type PaginationProps = { label: string; previousHref?: string | null; nextHref?: string | null; shown?: string };

/** To the next and previous stretch of a long list. There are no page numbers: the list moves while it is read. */
export function Pagination({ label, previousHref, nextHref, shown }: PaginationProps) {
  if (!previousHref && !nextHref) return null;
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-3 py-2 print:hidden">
      {previousHref ? (
        <LinkButton href={previousHref} rel="prev">
          <span aria-hidden="true">←</span> Previous
        </LinkButton>
      ) : null}
      {nextHref ? (
        <LinkButton href={nextHref} rel="next">
          Next <span aria-hidden="true">→</span>
        </LinkButton>
      ) : null}
      {shown ? <p className="text-note text-ink-soft">{shown}</p> : null}
    </nav>
  );
}
