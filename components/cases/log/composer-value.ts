import type { AudienceInput, KnownBy } from "@/lib/cases/log/schema";

export type ComposerKind = "note" | "contact" | "decision" | "information" | "evidence";

/** What the composer holds; kept as the member's draft. */
export type ComposerValue = Omit<AudienceInput, "noticeEndsOn" | "to"> & {
  /** "own" is the writer's agency alone. */
  to: AudienceInput["to"] | "own";
  noticeEndsOn: string;
  knownBy: "" | KnownBy;
  kind: ComposerKind;
  body: string;
  reason: string;
  reference: string;
  happenedAt: string;
  withWhom: string;
  withName: string;
  type: string;
  direction: string;
  safeHonoured: "" | "yes" | "no";
  impact: string;
  promise: string;
  nextContactAt: string;
};

export const emptyComposer: ComposerValue = {
  kind: "note", body: "", reason: "", reference: "", happenedAt: "", to: "everyone", agencyIds: [], withOtherSide: false, notice: "", noticeEndsOn: "", knownBy: "",
  withWhom: "", withName: "", type: "", direction: "", safeHonoured: "", impact: "", promise: "", nextContactAt: "",
};

/** Who the writer chose: their own agency alone is one named agency. */
export function audienceOf(value: ComposerValue, ownAgencyId: string): Omit<AudienceInput, "noticeEndsOn"> & { noticeEndsOn: string } {
  const isNamed = value.to === "agencies" || value.to === "own";
  return {
    to: value.to === "own" ? "agencies" : value.to, agencyIds: value.to === "own" ? [ownAgencyId] : isNamed ? value.agencyIds : [], withOtherSide: value.to === "everyone" && value.withOtherSide,
    notice: isNamed ? value.notice : "", noticeEndsOn: isNamed && value.notice ? value.noticeEndsOn : "",
  };
}

/** The body of the request: only what belongs to the kind, so that nothing typed for another kind is sent unseen. */
export function requestFor(value: ComposerValue, ownAgencyId: string): Record<string, unknown> {
  const audience = audienceOf(value, ownAgencyId);
  const given = (name: keyof ComposerValue) => (value[name] === "" ? {} : { [name]: value[name] });
  if (value.kind === "contact") {
    return {
      withWhom: value.withWhom, withName: value.withName, type: value.type, body: value.body, promise: value.promise, audience,
      safeHonoured: value.safeHonoured === "" ? null : value.safeHonoured === "yes",
      ...(["text", "email", "letter"].includes(value.type) ? given("direction") : {}), ...given("impact"), ...given("nextContactAt"), ...given("happenedAt"),
    };
  }
  return {
    kind: value.kind, body: value.body, audience, ...given("happenedAt"), ...(["note", "information"].includes(value.kind) ? given("knownBy") : {}),
    reason: value.kind === "decision" ? value.reason : "", reference: value.kind === "evidence" ? value.reference : "",
  };
}
