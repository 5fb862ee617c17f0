import type { LeaverView } from "@/lib/agencies/members/schema";
import { Card } from "../../ui/layout/card";
import { TextLink } from "../../ui/link";
import { InfoStrip } from "../../ui/signal/notice";
import { AdminFrame } from "../admin-frame";
import { adminPaths } from "../admin-paths";
import { EndAccess } from "./end-access";
import { HandOn } from "./hand-on";

/** A leaver: their open work is handed on first, then their access ends. */
export function LeaverPage({ view }: { view: LeaverView }) {
  const { member, agency, work } = view;
  return (
    <AdminFrame menu={view.menu} title={`${member.name} leaves`} note={`${member.title}, ${agency.name}`} current={adminPaths.members}>
      <TextLink href={adminPaths.membersOf(agency.agencyId)} className="w-fit">Members of {agency.name}</TextLink>
      {member.isSelf ? <InfoStrip title="Nobody ends themselves.">Another administrator does it, or county information governance where there is none.</InfoStrip> : (
        <div className="grid max-w-200 gap-stack">
          <HandOn key={work.length} view={view} />
          {member.hasEnded ? <Card title="2. Access has ended">Since {member.endsWords}.</Card> : <EndAccess view={view} />}
        </div>
      )}
    </AdminFrame>
  );
}
