import type { CaseFilters, CaseList } from "@/lib/cases/board/schema";
import { PageBody, PageTitle } from "../shell/page-parts";
import { Card, Rows } from "../ui/layout/card";
import { EmptyState } from "../ui/layout/empty-state";
import { Pagination } from "../ui/layout/pagination";
import { TabLinks } from "../ui/layout/tab-links";
import { LinkButton } from "../ui/link";
import { CaseLine } from "./case-row";
import { CaseChoices } from "./case-choices";
import { boardAddress, listAddress } from "./case-addresses";

const colours: { rag: NonNullable<CaseFilters["rag"]>; label: string }[] = [
  { rag: "red", label: "Red" },
  { rag: "none", label: "Not assessed" },
  { rag: "amber", label: "Amber" },
  { rag: "green", label: "Green" },
];

/** The cases a member may see: red first, and in each colour the clock that runs out first. */
export function Cases({ view }: { view: CaseList }) {
  const { filters, counts, rows } = view;
  const all = counts.red + counts.amber + counts.green + counts.none;
  const tabs = [
    { href: listAddress({ ...filters, rag: undefined }), label: "All", count: all },
    ...colours.map(({ rag, label }) => ({ href: listAddress({ ...filters, rag }), label, count: counts[rag] })),
  ];
  return (
    <PageBody>
      <PageTitle note="Within your reach, the worst clock first" actions={<LinkButton href={boardAddress(filters.area)}>Board</LinkButton>}>
        Cases
      </PageTitle>
      <TabLinks label="Colour" look="pills" tabs={tabs} current={listAddress(filters)} />
      <CaseChoices filters={filters} areas={view.areas} />
      <Card flush>{rows.length > 0 ? <Rows label="Cases">{rows.map((row) => <CaseLine key={row.caseId} row={row} look="line" />)}</Rows> : <Nothing view={view} />}</Card>
      <Pagination
        label="More cases" nextHref={view.after ? listAddress({ ...filters, after: view.after }) : null}
        previousHref={null} shown={view.after ? `${rows.length} shown` : undefined}
      />
      {view.isContinued ? <LinkButton href={listAddress(filters)} className="w-fit">Back to the first</LinkButton> : null}
    </PageBody>
  );
}

function Nothing({ view: { filters, isContinued } }: { view: CaseList }) {
  const isNarrowed = Object.values(filters).some(Boolean) || isContinued;
  return isNarrowed ? (
    <EmptyState title="No case fits these choices" action={<LinkButton href="/cases">Show all I may see</LinkButton>}>
      Cases that are not shared with your agency are not listed.
    </EmptyState>
  ) : (
    <EmptyState title="No open cases yet" action={<LinkButton href="/reports/new" look="start">New report</LinkButton>}>
      A case appears here when your agency opens one, or when another agency shares one with it.
    </EmptyState>
  );
}
