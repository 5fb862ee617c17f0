import { longDay } from "@/lib/format/dates";
import { levelWords, sideWords } from "@/lib/cases/sharing/labels";
import type { CaseSharing, SharingCandidate } from "@/lib/cases/sharing/schema";
import type { Basis } from "./basis-fields";
import type { Reach } from "./reach-fields";
import { WarningStrip } from "../ui/signal/notice";
import { Seeing } from "./seeing";

type Props = { agencies: SharingCandidate[]; chosen: Record<string, Reach>; basis: Basis; view: CaseSharing; offer: NonNullable<CaseSharing["offer"]> };

/** Who will read what, said once more before it happens. */
export function ShareConfirm({ agencies, chosen, basis, view, offer }: Props) {
  return (
    <div className="grid gap-3">
      <p className="text-lead font-bold">From the moment you press Share now:</p>
      {agencies.map((agency) => {
        const reach = chosen[agency.agencyId]!;
        const seeing = view.preview[`${reach.level}:${reach.side}`];
        return (
          <section key={agency.agencyId} className="rounded-card border border-act-line bg-act-soft p-3">
            <h3 className="text-body">
              {agency.name} {levelWords[reach.level].short}, {sideWords[reach.side].toLowerCase()}
            </h3>
            {seeing ? <Seeing seeing={seeing} /> : null}
          </section>
        );
      })}
      {view.hasOneComplainant && agencies.some(({ agencyId }) => chosen[agencyId]!.side === "perpetrator") ? (
        <WarningStrip title="Only one person is on the victim’s side.">Whoever works with the other side can tell that it was them who spoke, even without a name. Say nothing that only they could know.</WarningStrip>
      ) : null}
      <p>
        For: <strong>{basis.purpose || "not said yet"}</strong>. By: <strong>{offer.gateways.find(({ code }) => code === basis.legalBasis)?.label}</strong>.{" "}
        {/^\d{4}-\d\d-\d\d$/.test(basis.endsOn) ? `Until ${longDay(basis.endsOn)}.` : "Until you end it."}
      </p>
      <p className="text-ink-soft">No other agency is told. {view.pointerWords}</p>
    </div>
  );
}
