import type { Route } from "next";
import NextLink from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { buttonClass, type ButtonLook, type ButtonSize } from "./button";
import { classNames } from "./class-names";
import { KeyHint } from "./key-hint";

type LinkProps = Omit<ComponentProps<"a">, "href"> & { href: string; children: ReactNode };

/** The only link to use inside the app. It never fetches ahead: fetching a case is a viewing, and a viewing is recorded. */
export function PlainLink({ href, children, ...rest }: LinkProps) {
  return (
    <NextLink {...rest} href={href as Route} prefetch={false}>
      {children}
    </NextLink>
  );
}

/** A link within a sentence or a list. */
export function TextLink({ className, ...rest }: LinkProps) {
  return <PlainLink {...rest} className={classNames("text-link underline-offset-2 underline decoration-1 hover:decoration-2", className)} />;
}

type LinkButtonProps = LinkProps & { look?: ButtonLook; size?: ButtonSize; keys?: string };

/** Looks like a button, goes to a page. */
export function LinkButton({ look, size, keys, className, children, ...rest }: LinkButtonProps) {
  return (
    <PlainLink {...rest} className={buttonClass(look, size, className)}>
      {children}
      {keys ? <KeyHint onColour={look === "primary" || look === "start"}>{keys}</KeyHint> : null}
    </PlainLink>
  );
}
