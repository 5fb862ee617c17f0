import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { z } from "zod";
import type { Actor } from "./actor";
import { Forbidden, InvalidInput, NotFound, Unauthenticated } from "./errors";
import { logger } from "./logger";
import type { Query } from "./query";
import { sessionCookieName } from "./session-cookie";

export type Answer<View> = { actor: Actor; now: Date; view: View } | { refused: string; asker?: { actor: Actor; now: Date } };

/** Asks a page's one query as whoever is signed in; sends strangers to sign in, and shows what is hidden as not found. */
export async function answer<Input extends z.ZodType, Output extends z.ZodType>(query: Query<Input, Output>, input: unknown): Promise<Answer<z.output<Output>>> {
  const session = await sessionToken();
  if (!session) redirect("/sign-in");
  try {
    return await query.ask({ session }, input);
  } catch (error) {
    if (error instanceof Unauthenticated) redirect("/sign-in?ended=1");
    if (error instanceof NotFound || error instanceof InvalidInput) notFound();
    if (error instanceof Forbidden) return { refused: error.message, asker: error.asker };
    // A bug. What the framework prints of an error may hold what people typed, so it is given one that holds nothing.
    logger.error("unexpected error", { operation: query.name, error });
    throw new Error("unexpected error");
  }
}

export const sessionToken = cache(async (): Promise<string | undefined> => (await cookies()).get(sessionCookieName())?.value);
