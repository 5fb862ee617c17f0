import type { ReactNode } from "react";
import { PageBody, PageHeader, PageTitle } from "../shell/page-parts";
import { TabLinks } from "../ui/layout/tab-links";
import { auditTabs } from "./audit-paths";

type AuditFrameProps = { may: { followTeam: boolean; oversee: boolean }; title: string; current: string; note?: string; actions?: ReactNode; children: ReactNode };

/** The head of a page of the audit, with its parts as tabs where there is more than one. */
export function AuditFrame({ may, title, current, note, actions, children }: AuditFrameProps) {
  const tabs = auditTabs(may);
  return (
    <>
      <PageHeader tabs={tabs.length > 1 ? <TabLinks label="The audit" tabs={tabs} current={current} /> : undefined}>
        <PageTitle note={note} actions={actions}>{title}</PageTitle>
      </PageHeader>
      <PageBody>{children}</PageBody>
    </>
  );
}
