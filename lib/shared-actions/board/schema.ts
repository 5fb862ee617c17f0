import { z } from "zod";
import { actionLineSchema, colleagueSchema } from "../lines/schema";

export const boardViews = ["offered", "mine", "agency", "overdue", "asked", "done"] as const;
export type BoardView = (typeof boardViews)[number];

export const boardCursor = z.string().regex(/^\d{1,15}_[0-9a-f-]{36}$/, "Open the list again from the start");

export const actionBoardInput = z.strictObject({
  view: z.enum(boardViews, { error: "Select a list" }).default("offered"),
  after: boardCursor.optional(),
});

export const actionBoardSchema = z.object({
  now: z.string(),
  view: z.enum(boardViews),
  agencyName: z.string(),
  counts: z.object({ offered: z.number(), mine: z.number(), agency: z.number(), overdue: z.number(), asked: z.number() }),
  lines: z.array(actionLineSchema),
  colleagues: z.array(colleagueSchema),
  next: z.string().nullable(),
});
export type ActionBoardView = z.infer<typeof actionBoardSchema>;
