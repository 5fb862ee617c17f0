import type { CaseSharing } from "@/lib/cases/sharing/schema";
import { Columns } from "../shell/page-parts";
import { Card, Rows } from "../ui/layout/card";
import { TextLink } from "../ui/link";
import { InfoStrip } from "../ui/signal/notice";
import { AskForAccess } from "./ask-for-access";
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
      <Card id="partners" title="Who has this case" aside={<>{partners.length === 1 ? "The lead alone" : `${partners.length} agencies`}{offer ? <> · <TextLink href="#share">Bring in another</TextLink></> : null}</>} flush>
        <Rows label="Agencies">
          {partners.map((partner) => (
            <PartnerRow key={partner.grantId} partner={partner} view={view} />
          ))}
        </Rows>
      </Card>
      {offer ? <ShareForm view={view} offer={offer} /> : header.openUntilWords ? null : <InfoStrip title={view.refusal}>{header.lead.phone ? `${header.lead.agencyName}, ${header.lead.officerName}: ${header.lead.phone}` : null}</InfoStrip>}
      {view.mayAsk ? <AskForAccess caseId={header.caseId} leadName={header.lead.agencyName} leadPhone={header.lead.phone} /> : null}
      <KeptFromCard view={view} memberId={memberId} />
    </Columns>
  );
}

function Side({ view, memberId }: { view: CaseSharing; memberId: string }) {
  return (
    <>
      <WhoElseKnows view={view} />
      <NamedOfficerCard view={view} />
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
