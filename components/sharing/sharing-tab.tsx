import type { CaseSharing } from "@/lib/cases/sharing/schema";
import { AskForAccess } from "../requests/ask-for-access";
import { HandOver } from "../requests/hand-over";
import { CaseRequests } from "../requests/case-requests";
import { Columns } from "../shell/page-parts";
import { Card, Rows } from "../ui/layout/card";
import { TextLink } from "../ui/link";
import { InfoStrip } from "../ui/signal/notice";
import { ConflictOfInterest } from "./keeping/conflict-of-interest";
import { KeptFromCard } from "./keeping/kept-from";
import { NamedOfficerCard } from "./keeping/named-officer";
import { RestrictedStrip, WhoElseKnows } from "./keeping/restrict-case";
import { PartnerRow } from "./partner-row";
import { ShareForm } from "./share-form";

/** Who has the case and what each sees; for the lead, whom to bring in. */
export function SharingTab({ view, memberId }: { view: CaseSharing; memberId: string }) {
  const { header, partners, offer } = view;
  return (
    <Columns sideLabel="Who else" side={<Side view={view} memberId={memberId} />}>
      <RestrictedStrip view={view} />
      <CaseRequests caseId={header.caseId} memberId={memberId} />
      <Card id="partners" title="Who has this case" aside={<>{partners.length === 1 ? "The lead alone" : `${partners.length} agencies`}{offer ? <> · <TextLink href="#share">Bring in another</TextLink></> : null}</>} flush>
        <Rows label="Agencies">
          {partners.map((partner) => (
            <PartnerRow key={partner.grantId} partner={partner} view={view} />
          ))}
        </Rows>
      </Card>
      {offer ? <ShareForm view={view} offer={offer} /> : header.openUntilWords ? null : <InfoStrip title={view.refusal}>{header.lead.phone ? `${header.lead.agencyName}, ${header.lead.officerName}: ${header.lead.phone}` : null}</InfoStrip>}
      {view.mayAsk ? (
        <Card id="ask" title="Ask to see or do more">
          <p className="mb-2 max-w-prose">Your agency sees a summary. Ask {header.lead.agencyName} if it needs to work on the case.</p>
          <AskForAccess reference={header.reference} leadName={header.lead.agencyName} ring={header.lead.phone} />
        </Card>
      ) : null}
      <KeptFromCard view={view} memberId={memberId} />
    </Columns>
  );
}

function Side({ view, memberId }: { view: CaseSharing; memberId: string }) {
  return (
    <>
      <WhoElseKnows view={view} />
      <NamedOfficerCard view={view} />
      {view.keeping.mayNameOfficer ? <HandOver caseId={view.header.caseId} reference={view.header.reference} /> : null}
      {view.keeping.mayDeclare ? <ConflictOfInterest header={view.header} memberId={memberId} /> : null}
      {view.ended.length > 0 ? (
        <Card title="No longer shared" flush>
          <Rows>
            {view.ended.map(({ id, name, words }) => (
              <li key={id} className="px-card py-2.5 text-note">
                <strong>{name}</strong> {words}
              </li>
            ))}
          </Rows>
        </Card>
      ) : null}
    </>
  );
}
