import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { classNames } from "./class-names";
import { KeyHint } from "./key-hint";

export type ButtonLook = "primary" | "secondary" | "quiet" | "start";
export type ButtonSize = "small" | "normal" | "large";

const looks: Record<ButtonLook, string> = {
  primary: "border-transparent bg-act text-on-act hover:bg-act-strong",
  secondary: "border-line bg-surface text-ink hover:border-line-strong hover:bg-surface-quiet",
  quiet: "border-transparent bg-transparent text-link underline-offset-2 hover:underline",
  start: "border-transparent bg-begin text-on-begin hover:bg-begin-strong",
};

const sizes: Record<ButtonSize, string> = {
  small: "min-h-7 px-2.5 py-0.5 text-note touch:min-h-target touch:px-3.5",
  normal: "min-h-9 px-3.5 py-1.5 text-note touch:min-h-target",
  large: "min-h-target px-5 py-2 text-body",
};

export function buttonClass(look: ButtonLook = "secondary", size: ButtonSize = "normal", className?: string): string {
  return classNames(
    "inline-flex items-center justify-center gap-1.5 rounded-control border text-center font-bold no-underline print:hidden",
    "aria-disabled:opacity-60",
    looks[look],
    sizes[size],
    className,
  );
}

type ButtonProps = Omit<ComponentProps<"button">, "disabled"> & {
  look?: ButtonLook;
  size?: ButtonSize;
  /** Keeps its focus and its words, but does nothing until the work is done. */
  busy?: boolean;
  /** The shortcut to show on the button, such as "Ctrl ↵". */
  keys?: string;
  children: ReactNode;
};

function swallow(event: MouseEvent) {
  event.preventDefault();
}

export function Button({ look, size, busy, keys, className, children, type = "button", onClick, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? swallow : onClick}
      className={buttonClass(look, size, className)}
    >
      {children}
      {busy ? <span aria-hidden="true">…</span> : null}
      {keys ? <KeyHint onColour={look === "primary" || look === "start"}>{keys}</KeyHint> : null}
    </button>
  );
}
