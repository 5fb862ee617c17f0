"use client";

import type { CaseHeaderView } from "@/lib/cases/page/schema";
import { Button } from "../ui/button";
import { LinkButton } from "../ui/link";
import { casePaths } from "./case-paths";

/** What can be done with the case as a whole, from any of its tabs. */
export function CaseTabActions({ header }: { header: Pick<CaseHeaderView, "caseId" | "may" | "status"> }) {
  const paths = casePaths(header.caseId);
  return (
    <>
      {header.may.share ? <LinkButton href={paths.sharing}>Share</LinkButton> : null}
      {header.may.seeClosing ? <LinkButton href={paths.clocks}>Clocks</LinkButton> : null}
      {header.may.seeClosing ? <LinkButton href={paths.closing}>{header.status === "closed" ? "How it closed" : "Close"}</LinkButton> : null}
      <Button onClick={() => window.print()}>Print</Button>
      {header.may.assess ? (
        <LinkButton href={paths.assess} look="primary">
          Assess risk
        </LinkButton>
      ) : null}
    </>
  );
}
