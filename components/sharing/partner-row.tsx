import type { CaseSharing, SharingPartner } from "@/lib/cases/sharing/schema";
import { Disclosure } from "../ui/layout/disclosure";
import { Row } from "../ui/layout/card";
import { WarningStrip } from "../ui/signal/notice";
import { Tag } from "../ui/signal/tag";
import { ChangeShare } from "./change-share";
import { EndShare } from "./end-share";
import { Seeing } from "./seeing";

type Props = { partner: SharingPartner; view: CaseSharing };

/** One agency that has the case: how far, on whose side, since and until when, on what basis, and exactly what it sees. */
export function PartnerRow({ partner, view }: Props) {
  const mayChange = view.offer && partner.level !== "lead";
  return (
    <Row className="grid gap-2">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h3 className="text-body">
            {partner.name}{" "}
            <span className="ms-1 inline-flex flex-wrap gap-1.5 align-middle">
              <Tag tone="act">{partner.levelWords}</Tag>
              <Tag>{partner.sideWords}</Tag>
              {partner.isOwn ? <Tag>You</Tag> : null}
            </span>
          </h3>
          <p className="text-note text-ink-soft">{[partner.kindWords, partner.phoneWords, ...partner.named].filter(Boolean).join(" · ")}</p>
        </div>
        {mayChange ? (
          <div className="flex gap-2 print:hidden">
            <ChangeShare partner={partner} view={view} />
            <EndShare partner={partner} caseId={view.header.caseId} />
          </div>
        ) : null}
      </div>
      {partner.agreement === "ended" ? (
        <WarningStrip title={partner.agreementWords}>{partner.openActions.length > 0 ? `Left with it: ${partner.openActions.map(({ what }) => what).join("; ")}. Ask somebody else.` : null}</WarningStrip>
      ) : null}
      <p>
        Since {partner.sinceWords}, {partner.untilWords ? `until ${partner.untilWords}` : partner.level === "lead" ? "until it hands over" : "until the lead ends it"}.{partner.purpose && partner.level !== "lead" ? ` For: ${partner.purpose}` : ""}
      </p>
      <p className="text-note text-ink-soft">
        {[partner.basisWords, partner.agreement === "ended" ? "" : partner.agreementWords, partner.givenBy ? `given by ${partner.givenBy}` : ""].filter(Boolean).join(" · ")}
        {partner.agreement === "ending" ? <strong className="text-soon"> · the agreement ends soon</strong> : null}
      </p>
      <Disclosure summary="What it sees" className="text-note">
        <Seeing seeing={partner} />
      </Disclosure>
    </Row>
  );
}
