import type { Actor } from "../platform/actor";
import { allow, refuse, type Decision } from "../platform/decision";

/** A panel's agenda is its chair's and its coordinator's. */
export function maySeeAgenda(actor: Pick<Actor, "panelAreaIds">): Decision {
  return actor.panelAreaIds.length > 0 ? allow : refuse("not-on-a-panel");
}

export type PanelSeat = { panelId: string; chairId: string | null; coordinatorId: string | null; areaId: string };
export type OnAgenda = { seat: PanelSeat; areaId: string; rag: string | null; status: string };

/** Decisions are recorded by the panel's chair or coordinator, on a case of its standing agenda. */
export function mayDecide(actor: Pick<Actor, "memberId">, { seat, areaId, rag, status }: OnAgenda): Decision {
  if (seat.chairId !== actor.memberId && seat.coordinatorId !== actor.memberId) return refuse("not-this-panel");
  return seat.areaId === areaId && rag === "red" && status !== "closed" ? allow : refuse("not-on-agenda");
}
