import type { AdoptionView } from "@/lib/agencies/adoption/schema";
import { Columns } from "../../shell/page-parts";
import { Card, Row, Rows } from "../../ui/layout/card";
import { EmptyState } from "../../ui/layout/empty-state";
import { Table } from "../../ui/layout/table";
import { TextLink } from "../../ui/link";
import { AdminFrame } from "../admin-frame";
import { adminPaths } from "../admin-paths";

const columns = [{ label: "Agency" }, { label: "Members", align: "end" as const }, { label: "Signed in within 28 days", align: "end" as const }, { label: "To confirm", align: "end" as const }, { label: "Administrators", align: "end" as const }];

/** Who signs in, agency by agency, and who has not for 28 days. */
export function Adoption({ view }: { view: AdoptionView }) {
  const { totals, agencies, quiet } = view;
  return (
    <AdminFrame menu={view.menu} title="Who signs in" note={`${totals.active} of ${totals.members} members signed in within 28 days`} current={adminPaths.adoption}>
      <Columns
        sideLabel="Not signed in for 28 days"
        side={
          <Card title="Not signed in for 28 days" aside={String(quiet.length)} flush>
            {quiet.length === 0 ? <EmptyState level={3} title="Everybody did" /> : (
              <Rows label="Not signed in for 28 days">{quiet.map((one) => <Row key={one.memberId} className="py-2"><strong>{one.name}</strong><span className="block text-note text-ink-soft">{one.title}, {one.agency} · {one.lastWords}</span></Row>)}</Rows>
            )}
          </Card>
        }
      >
        <Card flush className="min-w-0">
          <Table caption="Agencies, their members and who signs in" hideCaption columns={columns}>
            {agencies.map((one) => (
              <tr key={one.agencyId} data-row="" tabIndex={-1}>
                <th scope="row"><TextLink href={adminPaths.membersOf(one.agencyId)}>{one.name}</TextLink></th>
                <td data-align="end">{one.members}</td>
                <td data-align="end" className={one.active < one.members ? "font-bold text-soon" : undefined}>{one.active}</td>
                <td data-align="end">{one.toConfirm}</td>
                <td data-align="end">{one.admins === 0 ? "None" : one.admins}</td>
              </tr>
            ))}
          </Table>
        </Card>
      </Columns>
    </AdminFrame>
  );
}
