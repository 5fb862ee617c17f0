import type { ReactNode } from "react";
import type { CaseHeaderView } from "@/lib/cases/page/schema";
import { PageBody, PageHeader, PageTitle } from "../shell/page-parts";
import { TabLinks } from "../ui/layout/tab-links";
import { LinkButton } from "../ui/link";
import { Tag } from "../ui/signal/tag";
import { CaseFacts } from "./case-facts";
import { CaseRag } from "./case-rag";
import { CaseTabActions } from "./case-tab-actions";
import { OpenInEmergencyBanner } from "./emergency-banner";
import { CaseWarnings } from "./case-warnings";
import { casePaths, tabsFor, type CaseTab } from "./case-paths";

type CaseFrameProps = {
  header: CaseHeaderView;
  tab: CaseTab;
  children: ReactNode;
};

/** The head of a case with its tabs and warnings, around whichever tab is open. */
export function CaseFrame({ header, tab, children }: CaseFrameProps) {
  const paths = casePaths(header.caseId);
  return (
    <>
      {header.openUntilWords ? <OpenInEmergencyBanner header={header} /> : null}
      <PageHeader tabs={<TabLinks label="This case" tabs={tabsFor(header)} current={paths[tab]} />}>
        <PageTitle lead={header.reference} note={<span className="flex flex-wrap gap-1.5"><Tag>{header.statusWords}</Tag>{header.isRestricted ? <Tag tone="warning">Restricted</Tag> : null}</span>} actions={<CaseTabActions header={header} />}>
          {header.title}
        </PageTitle>
        <CaseRag header={header} historyHref={header.may.seeHistory ? paths.history : null} />
        <CaseFacts header={header} />
      </PageHeader>
      <PageBody>
        <CaseWarnings caseId={header.caseId} warnings={header.warnings} assess={header.may.assess ? <LinkButton href={paths.assess} size="small">Assess risk</LinkButton> : null} />
        {children}
      </PageBody>
    </>
  );
}
