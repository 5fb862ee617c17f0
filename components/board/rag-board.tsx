import type { Board } from "@/lib/cases/board/schema";
import { PageBody, PageTitle } from "../shell/page-parts";
import { Card, Rows } from "../ui/layout/card";
import { EmptyState } from "../ui/layout/empty-state";
import { TabLinks } from "../ui/layout/tab-links";
import { LinkButton, TextLink } from "../ui/link";
import { RagTag } from "../ui/signal/rag-tag";
import { CaseLine } from "./case-row";
import { boardAddress, listAddress } from "./case-addresses";

/** A district's open cases by colour. Nothing is moved by hand: a case changes colour by assessment. */
export function RagBoard({ view }: { view: Board }) {
  const { area, counts } = view;
  if (!area) return <PageBody><PageTitle>Board</PageTitle><Card flush><EmptyState title="No district to show">Your agency has no live agreement for any district.</EmptyState></Card></PageBody>;
  return (
    <PageBody>
      <PageTitle note="Within your reach, the worst clock first. A case changes colour by assessment alone." actions={<LinkButton href={listAddress({ area: area.code })}>List</LinkButton>}>
        {area.name} board
      </PageTitle>
      {view.areas.length > 1 ? <TabLinks label="District" look="pills" tabs={view.areas.map(({ code, name }) => ({ href: boardAddress(code), label: name }))} current={boardAddress(area.code)} /> : null}
      {counts.none > 0 ? <Column view={view} rag="none" /> : null}
      <div className="grid items-start gap-card lg:grid-cols-3">
        <Column view={view} rag="red" />
        <Column view={view} rag="amber" />
        <Column view={view} rag="green" />
      </div>
    </PageBody>
  );
}

function Column({ view, rag }: { view: Board; rag: keyof Board["columns"] }) {
  const rows = view.columns[rag];
  const more = view.counts[rag] - rows.length;
  return (
    <Card
      id={`column-${rag}`} flush title={<RagTag rag={rag === "none" ? "unassessed" : rag} size="large" />} aside={view.counts[rag] === 1 ? "1 case" : `${view.counts[rag]} cases`}
      foot={more > 0 ? <TextLink href={listAddress({ area: view.area?.code, rag })}>{more} more in the list</TextLink> : undefined}
    >
      {rows.length > 0 ? <Rows>{rows.map((row) => <CaseLine key={row.caseId} row={row} look="card" />)}</Rows> : <EmptyState level={3} title="None" />}
    </Card>
  );
}
