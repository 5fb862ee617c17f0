import { longDay } from "../../lib/format/dates";
import type { CaseloadView, Figure } from "../../lib/overview/schema";
import { PageBody, PageTitle } from "../shell/page-parts";
import { Card } from "../ui/layout/card";
import { TextLink } from "../ui/link";
import { VisuallyHidden } from "../ui/visually-hidden";
import { CaseloadChoice } from "./caseload-choice";

type Place = { area: string; on: string };

function total(figures: Figure[]): number {
  return figures.reduce((sum, figure) => sum + figure.count, 0);
}

function Figures({ figures, place, label }: { figures: Figure[]; place: Place; label: string }) {
  if (figures.length === 0) return <p className="text-ink-soft">None on this day.</p>;
  return (
    <table className="w-full">
      <caption className="sr-only">{label}</caption>
      <tbody className="divide-y divide-line">
        {figures.map((figure) => (
          <tr key={`${figure.section}.${figure.code}`}>
            <th scope="row" className="py-2 pe-3 text-left font-normal">
              {figure.label}
            </th>
            <td className="py-2 text-right font-bold tabular-nums">
              {figure.count === 0 ? (
                0
              ) : (
                <TextLink href={`/overview/records?area=${place.area}&on=${place.on}&section=${figure.section}&code=${figure.code}`} >
                  {figure.count}<VisuallyHidden> {figure.label}: open the records</VisuallyHidden>
                </TextLink>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The caseload of an area on a day, laid out as the table of the 2012 needs assessment. */
export function CaseloadOverview({ view }: { view: CaseloadView }) {
  const place = { area: view.area.code, on: view.on };
  return (
    <PageBody>
      <PageTitle note={`as at ${longDay(view.on)}`}>Caseload overview, {view.area.name}</PageTitle>
      <CaseloadChoice key={`${place.area}${place.on}`} areas={view.areas} area={place.area} on={view.on} today={view.today} />
      <div className="grid items-start gap-card lg:grid-cols-3">
        <Card id="victim-needs" title="Needs of victims" aside={`${total(view.victims)} needs`}>
          <Figures figures={view.victims} place={place} label="Needs of victims" />
        </Card>
        <div className="grid gap-card">
          <Card id="cases" title="Cases, orders and people">
            <Figures figures={view.middle} place={place} label="Cases, orders and people" />
          </Card>
          <Card id="case-needs" title="Needs on either side" aside={`${total(view.unattributed)} needs`}>
            <Figures figures={view.unattributed} place={place} label="Needs attributed to neither side" />
          </Card>
        </div>
        <Card id="perpetrator-needs" title="Needs of people alleged or found responsible" aside={`${total(view.perpetrators)} needs`}>
          <Figures figures={view.perpetrators} place={place} label="Needs of people alleged or found responsible" />
        </Card>
      </div>
      <p className="text-note text-ink-soft">
        Needs are counted, not people: one person may have several. Orders and agreements belong to people and families and outlive cases. These are figures of the whole area; a number opens the records behind it that you may see.{" "}
        <TextLink href={`/overview?area=${place.area}&on=2012-06-30`}>As at 30 June 2012</TextLink> shows the Fenland pilot.
      </p>
    </PageBody>
  );
}
