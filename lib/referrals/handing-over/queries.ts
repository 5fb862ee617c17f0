import { z } from "zod";
import { liveSignatures } from "../../agencies/visibility";
import { mayReadCases } from "../../cases/page/policy";
import { standingOn } from "../../cases/visibility";
import { londonDay } from "../../format/dates";
import { Forbidden } from "../../platform/errors";
import { query } from "../../platform/query";
import { requestRefusals } from "../requests/labels";
import { gatewaysOf } from "../requests/queries";
import { mayOfferLead } from "./policy";
import { handOverFormSchema } from "./schema";

/** Who could lead a case, by district, for the form that hands it over. Refused to whoever may not hand it over; hidden cases are not found. */
export const getHandOverForm = query({
  name: "lead.form",
  summary: "The agencies that could lead a case, each with the districts of its agreements.",
  input: z.strictObject({ caseId: z.uuid() }),
  output: handOverFormSchema,
  allow: mayReadCases,
  words: requestRefusals,
  run: async ({ tx, actor, now, input }) => {
    const standing = await standingOn(tx, actor, now, input.caseId);
    const may = mayOfferLead(actor, standing);
    if (!may.allowed) throw new Forbidden(may.reason, requestRefusals[may.reason]);
    const signatures = await tx.agreementSignature.findMany({
      where: { AND: [liveSignatures(new Date(londonDay(now))), { agency: { kind: { notIn: ["oversight", "governance"] }, side: "both", id: { not: actor.agencyId } } }] },
      select: { agency: { select: { id: true, name: true } }, areas: { select: { area: { select: { id: true, name: true } } } } },
    });
    const agencies = new Map<string, { agencyId: string; name: string; areas: Map<string, string> }>();
    for (const { agency, areas } of signatures) {
      const one = agencies.get(agency.id) ?? { agencyId: agency.id, name: agency.name, areas: new Map<string, string>() };
      for (const { area } of areas) one.areas.set(area.id, area.name);
      agencies.set(agency.id, one);
    }
    const ordered = [...agencies.values()].sort((a, b) => a.name.localeCompare(b.name));
    return {
      agencies: ordered.map(({ areas, ...agency }) => ({
        ...agency, areas: [...areas].map(([areaId, name]) => ({ areaId, name, isMove: areaId !== standing.areaId })).sort((a, b) => Number(a.isMove) - Number(b.isMove) || a.name.localeCompare(b.name)),
      })),
      gateways: await gatewaysOf({ tx, actor, now }), ownName: actor.agencyShortName,
    };
  },
  audit: (_view, input) => ({ caseId: input.caseId }),
});
