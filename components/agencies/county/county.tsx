import type { CountyView } from "@/lib/agencies/county/schema";
import { counted } from "@/lib/format/due";
import { Card, Row, Rows } from "../../ui/layout/card";
import { EmptyState } from "../../ui/layout/empty-state";
import { TextLink } from "../../ui/link";
import { Tag } from "../../ui/signal/tag";
import { AdminFrame } from "../admin-frame";
import { adminPaths } from "../admin-paths";
import { AgencyDialog } from "./agency-dialog";
import { AreaDialog } from "./area-dialog";

/** The areas and agencies of the county, and keeping them. */
export function County({ view }: { view: CountyView }) {
  const { areas, agencies } = view;
  return (
    <AdminFrame menu={view.menu} title="Areas and agencies" current={adminPaths.county} actions={<><AreaDialog /><AgencyDialog view={view} /></>}>
      <Card title="Areas" aside={String(areas.length)} flush>
        {areas.length === 0 ? <EmptyState level={3} title="No areas yet">Add the districts that cases belong to.</EmptyState> : (
          <Rows label="Areas">{areas.map((area) => (
            <Row key={area.areaId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
              <div className="min-w-0 wrap-anywhere">
                <p><strong>{area.name}</strong> <span className="text-ink-soft">{area.code}</span></p>
                <p className="text-note text-ink-soft">{area.intakeWords ? <>Reports that nobody else takes on: {area.intakeWords}{area.isIntakeGone ? <span className="font-bold text-soon">, who has left</span> : null}</> : <span className="font-bold text-soon">Nobody takes on reports here yet</span>}</p>
              </div>
              <AreaDialog area={area} />
            </Row>
          ))}</Rows>
        )}
      </Card>
      <Card title="Agencies" aside={String(agencies.length)} flush>
        <Rows label="Agencies">{agencies.map((one) => (
          <Row key={one.agencyId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <div className="min-w-0 wrap-anywhere">
              <p className="flex flex-wrap items-baseline gap-x-2"><strong>{one.name}</strong><span className="text-note text-ink-soft">{one.kindWords} · {one.organisation}</span>{one.admins === 0 ? <Tag tone="soon">No administrator</Tag> : null}</p>
              <p className="text-note text-ink-soft">{one.sideWords} · {one.emailDomains.length > 0 ? one.emailDomains.join(", ") : <span className="font-bold text-soon">no e-mail domains</span>} · <TextLink href={adminPaths.membersOf(one.agencyId)}>{counted(one.members, "member")}</TextLink></p>
            </div>
            <AgencyDialog view={view} agency={one} />
          </Row>
        ))}</Rows>
      </Card>
    </AdminFrame>
  );
}
