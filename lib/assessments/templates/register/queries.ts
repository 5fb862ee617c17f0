import { z } from "zod";
import { adminMenu } from "../../../agencies/menu/queries";
import { longDayAndTime } from "../../../format/dates";
import { query } from "../../../platform/query";
import type { Tx } from "../../../platform/db";
import { stateTones, stateWords, templateRefusals } from "../labels";
import { mayKeepTemplates } from "../policy";
import { formKeys, stateAt, type TemplateState } from "../rules";
import { visibleTemplates } from "../visibility";
import { registerSchema, type VersionLine } from "./schema";

type Row = { id: string; key: string; version: number; title: string; status: string; draftedById: string | null; changedById: string | null; approvedById: string | null; secondedById: string | null; effectiveFrom: Date | null; retiredAt: Date | null };

const columns = { id: true, key: true, version: true, title: true, subject: true, status: true, draftedById: true, changedById: true, approvedById: true, secondedById: true, effectiveFrom: true, retiredAt: true } as const;

const abouts: Record<string, string> = { VRA: "Asked of every victim", PCI: "Asked about somebody said to be responsible, or a place" };

/** What the county began with has no moment of its own. */
const sinceTheBeginning = new Date("2000-01-01T00:00:00Z");

/** From when until when a version is asked, in words. */
export function inForceWords(row: Pick<Row, "effectiveFrom" | "retiredAt">, state: TemplateState): string {
  if (!row.effectiveFrom || state === "draft") return "";
  if (state === "waiting") return `To be asked from ${longDayAndTime(row.effectiveFrom)}`;
  if (state === "called_off") return `Was to be asked from ${longDayAndTime(row.effectiveFrom)}`;
  const from = row.effectiveFrom <= sinceTheBeginning ? "From the beginning" : `From ${longDayAndTime(row.effectiveFrom)}`;
  return row.retiredAt ? `${from} until ${longDayAndTime(row.retiredAt)}` : from;
}

/** Who wrote, asked and agreed, in words; what the county began with names nobody. */
export function byWords(row: Pick<Row, "status" | "draftedById" | "changedById" | "approvedById" | "secondedById">, names: ReadonlyMap<string, string>): string {
  const name = (id: string | null) => (id ? (names.get(id) ?? "somebody who has left") : "");
  if (row.status === "draft") return `Last changed by ${name(row.changedById ?? row.draftedById)}`;
  if (row.status === "waiting") return `Asked for by ${name(row.approvedById)}`;
  return row.approvedById ? `Asked for by ${name(row.approvedById)}, agreed to by ${name(row.secondedById)}` : "The county began with it";
}

async function usesOf(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ templateId: string; uses: number }[]>`SELECT "templateId"::text, uses FROM template_uses()`;
  return new Map(rows.map(({ templateId, uses }) => [templateId, uses]));
}

/** Every version of every form, the newest first, with where it stands, who agreed to it and how often it was used. */
export const listTemplates = query({
  name: "template.register",
  summary: "Every version of the forms that assess risk, with where it stands, who agreed to it and how often it was used.",
  input: z.strictObject({}),
  output: registerSchema,
  allow: (actor) => mayKeepTemplates(actor),
  words: templateRefusals,
  run: async ({ tx, actor, now }) => {
    const rows = await tx.template.findMany({ where: visibleTemplates(actor), orderBy: [{ version: "desc" }], select: columns });
    const members = await tx.member.findMany({ where: { id: { in: rows.flatMap((row) => [row.draftedById, row.changedById, row.approvedById, row.secondedById]).flatMap((id) => id ?? []) } }, select: { id: true, name: true } });
    const names = new Map(members.map(({ id, name }) => [id, name]));
    const uses = await usesOf(tx);
    const lineOf = (row: Row): VersionLine => {
      const state = stateAt(row, now);
      return { templateId: row.id, version: row.version, title: row.title, state, stateWords: stateWords[state], tone: stateTones[state], inForceWords: inForceWords(row, state), byWords: byWords(row, names), uses: uses.get(row.id) ?? 0 };
    };
    return {
      menu: await adminMenu(tx, actor),
      forms: formKeys.map((key) => {
        const versions = rows.filter((row) => row.key === key).map(lineOf);
        const inForce = versions.find(({ state }) => state === "in_force");
        return { key, title: inForce?.title ?? key, aboutWords: abouts[key] ?? "", inForceId: inForce?.templateId ?? "", hasDraft: versions.some(({ state }) => state === "draft" || state === "waiting"), versions };
      }),
    };
  },
  audit: (view) => ({ detail: { versions: view.forms.reduce((sum, { versions }) => sum + versions.length, 0) } }),
});
