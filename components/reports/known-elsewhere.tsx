import type { Elsewhere } from "@/lib/reports/elsewhere/schema";
import { FactStrip, StaffSafetyStrip } from "../ui/signal/notice";

/** Somebody said to be responsible is known to others: staff safety first, then the terms of orders in force, and whom to ring. Never why. */
export function KnownElsewhere({ known }: { known: Elsewhere }) {
  return (
    <div className="grid gap-2">
      {known.warnings.map((warning) => (
        <StaffSafetyStrip key={warning.words} title={`${known.name}: ${warning.words}`}>{warning.reviewWords} Said by {known.leadName}.</StaffSafetyStrip>
      ))}
      <FactStrip title={`${known.name} is known elsewhere.`}>
        Ring {known.leadName}{known.phone ? <> on <strong>{known.phone}</strong></> : null} about <span className="tabular-nums">{known.reference}</span>. {known.orders.length > 0 ? "In force:" : "No order is in force."}
        {known.orders.length > 0 ? (
          <ul className="mt-1 grid gap-1">
            {known.orders.map((order, at) => (
              <li key={at}>
                <strong>{order.label}{order.untilWords ? ` ${order.untilWords}` : ""}</strong>
                {order.terms ? <span className="block whitespace-pre-line wrap-anywhere">{order.terms}</span> : null}
              </li>
            ))}
          </ul>
        ) : null}
      </FactStrip>
    </div>
  );
}
