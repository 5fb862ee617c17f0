import { z } from "zod";
import { londonDay } from "../../format/dates";
import { command, nothing } from "../../platform/command";
import type { Tx } from "../../platform/db";
import { NotFound, Refused } from "../../platform/errors";
import { updateAtVersion } from "../../platform/versions";
import { liveSignatures } from "../visibility";
import { countyRefusals } from "./labels";
import { mayKeepCounty } from "./policy";
import { addAgencyInput, addAreaInput, changeAgencyInput, changeAreaInput } from "./schema";

const stop = (rule: string) => new Refused(rule, countyRefusals[rule]);

async function organisationNamed(tx: Tx, name: string): Promise<string> {
  const there = await tx.organisation.findFirst({ where: { name: { equals: name, mode: "insensitive" } }, select: { id: true } });
  return (there ?? (await tx.organisation.create({ data: { name }, select: { id: true } }))).id;
}

/** Adds an agency. It reaches nothing until it has signed an agreement that is live, and has members. Refused for a code or name that is taken. */
export const addAgency = command({
  name: "agency.add",
  summary: "Adds an agency to the county, with the domains of its e-mail addresses.",
  input: addAgencyInput,
  output: z.object({ agencyId: z.string(), name: z.string() }),
  load: nothing,
  allow: (actor) => mayKeepCounty(actor),
  words: countyRefusals,
  run: async ({ tx, input: { organisation, ...input } }) => {
    if ((await tx.agency.count({ where: { code: input.code } })) > 0) throw stop("code-taken");
    if ((await tx.agency.count({ where: { name: { equals: input.name, mode: "insensitive" } } })) > 0) throw stop("name-taken");
    const { id: agencyId } = await tx.agency.create({ data: { ...input, organisationId: await organisationNamed(tx, organisation) }, select: { id: true } });
    return { result: { agencyId, name: input.name }, audit: { detail: { agencyId } } };
  },
});

/** Changes what an agency is called, whom to ring there and the domains of its addresses. What it is and which side it works on stay. */
export const changeAgency = command({
  name: "agency.change",
  summary: "Changes an agency's names, contacts and e-mail domains.",
  input: changeAgencyInput,
  output: z.object({ agencyId: z.string() }),
  load: async ({ tx, input }) => {
    const agency = await tx.agency.findUnique({ where: { id: input.agencyId }, select: { emailDomains: true } });
    if (!agency) throw new NotFound();
    return agency;
  },
  allow: (actor) => mayKeepCounty(actor),
  words: countyRefusals,
  run: async ({ tx, input: { agencyId, version, ...input }, subject: agency }) => {
    if ((await tx.agency.count({ where: { name: { equals: input.name, mode: "insensitive" }, NOT: { id: agencyId } } })) > 0) throw stop("name-taken");
    await updateAtVersion(tx.agency, agencyId, version, input);
    const domains = [...input.emailDomains].sort().join(" ") !== [...agency.emailDomains].sort().join(" ");
    return { result: { agencyId }, audit: { detail: { agencyId, domainsChanged: domains } } };
  },
});

/** Adds an area of the county. Refused for a code or name that is taken. */
export const addArea = command({
  name: "area.add",
  summary: "Adds an area to the county.",
  input: addAreaInput,
  output: z.object({ areaId: z.string(), name: z.string() }),
  load: nothing,
  allow: (actor) => mayKeepCounty(actor),
  words: countyRefusals,
  run: async ({ tx, now, input }) => {
    if ((await tx.area.count({ where: { code: input.code } })) > 0) throw stop("code-taken");
    if ((await tx.area.count({ where: { name: { equals: input.name, mode: "insensitive" }, validTo: null } })) > 0) throw stop("name-taken");
    const { id: areaId } = await tx.area.create({ data: { ...input, validFrom: new Date(londonDay(now)) }, select: { id: true } });
    return { result: { areaId, name: input.name }, audit: { detail: { areaId } } };
  },
});

/** Changes an area's name, and who takes on its reports that nobody else does: somebody who works cases, both sides, at an agency with a live agreement for it. */
export const changeArea = command({
  name: "area.change",
  summary: "Changes an area's name, and who takes on its reports.",
  input: changeAreaInput,
  output: z.object({ areaId: z.string() }),
  load: async ({ tx, input }) => {
    const area = await tx.area.findUnique({ where: { id: input.areaId }, select: { id: true } });
    if (!area) throw new NotFound();
    return area;
  },
  allow: (actor) => mayKeepCounty(actor),
  words: countyRefusals,
  run: async ({ tx, now, input: { areaId, version, name, intakeMemberId } }) => {
    const taker = intakeMemberId ? await tx.member.findFirst({
      where: { id: intakeMemberId, startsAt: { lte: now }, endsAt: null, roles: { hasSome: ["practitioner", "coordinator", "manager"] }, agency: { side: "both", signatures: { some: { AND: [liveSignatures(new Date(londonDay(now))), { areas: { some: { areaId } } }] } } } },
      select: { agencyId: true },
    }) : null;
    if (intakeMemberId && !taker) throw stop("not-a-taker");
    if ((await tx.area.count({ where: { name: { equals: name, mode: "insensitive" }, validTo: null, NOT: { id: areaId } } })) > 0) throw stop("name-taken");
    await updateAtVersion(tx.area, areaId, version, { name, intakeMemberId, intakeAgencyId: taker?.agencyId ?? null });
    return { result: { areaId }, audit: { detail: { areaId, intakeMemberId } } };
  },
});
