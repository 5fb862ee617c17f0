import type { Actor } from "../../platform/actor";
import type { Tx } from "../../platform/db";
import { NotFound } from "../../platform/errors";
import type { Prisma } from "../../platform/generated/client";
import { mayKeepTemplates } from "./policy";

/** Versions of forms that the asker may read: drafts and what waits are for those who keep them. */
export function visibleTemplates(actor: Actor): Prisma.TemplateWhereInput {
  return mayKeepTemplates(actor).allowed ? {} : { status: "published" };
}

const columns = {
  id: true, key: true, version: true, subject: true, title: true, definition: true, testCases: true, status: true, basedOnId: true, revision: true, draftedById: true, draftedAt: true, changedById: true, changedAt: true,
  approvedById: true, askedAt: true, askedNote: true, secondedById: true, declinedById: true, declineReason: true, publishedAt: true, effectiveFrom: true, retiredAt: true,
} satisfies Prisma.TemplateSelect;

export type TemplateRow = Prisma.TemplateGetPayload<{ select: typeof columns }>;

/** One version of a form, with the user who asked for it to be published; else NotFound. */
export async function templateFound(tx: Tx, actor: Actor, templateId: string): Promise<TemplateRow & { askedByUserId: string }> {
  const found = await tx.template.findFirst({ where: { AND: [{ id: templateId }, visibleTemplates(actor)] }, select: columns });
  if (!found) throw new NotFound();
  const asker = found.approvedById ? await tx.member.findUnique({ where: { id: found.approvedById }, select: { userId: true } }) : null;
  return { ...found, askedByUserId: asker?.userId ?? "" };
}
