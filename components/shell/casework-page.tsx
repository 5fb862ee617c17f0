import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import type { z } from "zod";
import type { Actor } from "../../lib/platform/actor";
import { answer } from "../../lib/platform/page";
import type { Query } from "../../lib/platform/query";
import { homeOf, navigationFor } from "./navigation";
import { NoPermission, Refusal } from "./no-permission";
import { Shell } from "./shell";

type PageProps = { params: Promise<Record<string, string | string[] | undefined>>; searchParams: Promise<Record<string, string | string[] | undefined>> };
type Given = { params: Record<string, string>; search: Record<string, string> };
export type Shown<View> = { view: View; actor: Actor; now: Date };

type Options<Input extends z.ZodType, Output extends z.ZodType> = {
  query: Query<Input, Output>;
  /** The query's input, from the address. */
  input?: (given: Given) => Record<string, unknown>;
  /** The menu item to light up, where the address does not say. */
  current?: string;
  /** Where those go whom it is not for; without it they are told that it is not. */
  orElse?: (actor: Actor) => Route;
  show: (shown: Shown<z.output<Output>>) => ReactNode;
};

/** A page behind sign-in: asks one query in one transaction, draws its view inside the shell. */
export function caseworkPage<Input extends z.ZodType, Output extends z.ZodType>(options: Options<Input, Output>) {
  return async function Page({ params, searchParams }: PageProps): Promise<ReactNode> {
    const given = { params: single(await params), search: single(await searchParams) };
    const result = await answer(options.query, options.input?.(given) ?? {});
    if (!("refused" in result)) return inShell(result, options.show(result), options.current);
    const { refused, asker } = result;
    if (asker && options.orElse) redirect(options.orElse(asker.actor));
    return asker ? inShell(asker, <Refusal reason={refused} home={homeOf(asker.actor)} />) : <NoPermission reason={refused} />;
  };
}

function inShell({ actor, now }: { actor: Actor; now: Date }, children: ReactNode, current?: string): ReactNode {
  return (
    <Shell actor={{ memberId: actor.memberId, name: actor.name, title: actor.title, agencyName: actor.agencyShortName }} nav={navigationFor(actor)} current={current} now={now.toISOString()}>
      {children}
    </Shell>
  );
}

function single(values: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : Array.isArray(value) && value[0] ? [[key, value[0]]] : [])));
}

export function pageMetadata(title: string): Metadata {
  return { title };
}
