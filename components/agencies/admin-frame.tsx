import type { ReactNode } from "react";
import type { AdminMenu } from "@/lib/agencies/menu/schema";
import { PageBody, PageHeader, PageTitle } from "../shell/page-parts";
import { TabLinks } from "../ui/layout/tab-links";
import { adminTabs } from "./admin-paths";

type AdminFrameProps = { menu: AdminMenu; title: string; current: string; note?: string; actions?: ReactNode; children: ReactNode };

/** The head of a page of the administration, with its parts as tabs. */
export function AdminFrame({ menu, title, current, note, actions, children }: AdminFrameProps) {
  return (
    <>
      <PageHeader tabs={<TabLinks label="Administration" tabs={adminTabs(menu)} current={current} />}>
        <PageTitle note={note} actions={actions}>{title}</PageTitle>
      </PageHeader>
      <PageBody>{children}</PageBody>
    </>
  );
}
