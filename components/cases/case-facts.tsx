import { capitalised } from "@/lib/format/text";
import { nearDayAndTime } from "@/lib/format/dates";
import { counted } from "@/lib/format/due";
import type { CaseHeaderView } from "@/lib/cases/page/schema";
import { TextLink } from "../ui/link";
import { casePaths } from "./case-paths";
import { SummaryList, type SummaryItem } from "../ui/layout/summary-list";
import { DueTag } from "../ui/signal/due-tag";

function leadWords({ agencyName, officerName, phone }: CaseHeaderView["lead"]) {
  return (
    <>
      {[agencyName, officerName].filter(Boolean).join(" · ")}
      {phone ? <span className="font-normal whitespace-nowrap"> {phone}</span> : null}
    </>
  );
}

function contactItem({ nextContact, now }: CaseHeaderView): SummaryItem[] {
  if (!nextContact) return [];
  const isSoon = nextContact.tone === "soon";
  return [{
    label: "Next contact with victim",
    tone: isSoon ? "soon" : undefined,
    value: (
      <>
        {isSoon ? `${capitalised(nearDayAndTime(nextContact.at, now))}, ` : null}
        <DueTag words={nextContact.words} tone={nextContact.tone} dueAt={nextContact.at} />
      </>
    ),
  }];
}

/** What ran out, each with its reason: plum with an exclamation mark, because red is kept for risk. */
function lateItem({ late, caseId }: CaseHeaderView): SummaryItem[] {
  if (late.length === 0) return [];
  return [{
    label: "Late",
    value: (
      <>
        {late.map(({ name, words, lateness }) => (
          <span key={name} className="me-2 text-late"><span aria-hidden="true">! </span>{words} <span className="font-normal whitespace-nowrap">{lateness}</span></span>
        ))}
        <TextLink href={casePaths(caseId).clocks}>All clocks</TextLink>
      </>
    ),
  }];
}

function sharedItem({ sharedWith, pendingInvitations }: CaseHeaderView): SummaryItem {
  const partners = sharedWith.filter((agency) => agency.level !== "lead");
  return {
    label: "Shared with",
    value: (
      <span title={partners.map((agency) => agency.name).join(", ")}>
        {partners.length === 0 ? "Nobody yet" : counted(partners.length, "agency", "agencies")}
        {pendingInvitations > 0 ? <span className="font-normal text-ink-soft"> · {pendingInvitations} pending</span> : null}
      </span>
    ),
  };
}

/** Who leads, what is due next, what is in force and who works it: one line under the title. */
export function CaseFacts({ header }: { header: CaseHeaderView }) {
  const items: SummaryItem[] = [
    { label: "Lead", value: leadWords(header.lead) },
    ...contactItem(header),
    ...(header.nextReview ? [{ label: "Risk review", value: <DueTag {...header.nextReview} dueAt={header.nextReview.at} precision="day" /> }] : []),
    ...(header.orders.length > 0 ? [{ label: "In force", value: header.orders.map((order) => order.words).join(", ") }] : []),
    ...(header.continues ? [{ label: "Goes on from", value: <TextLink href={casePaths(header.continues.caseId).log}>{header.continues.reference}</TextLink> }] : []),
    sharedItem(header),
    ...lateItem(header),
  ];
  return <SummaryList layout="line" items={items} />;
}
