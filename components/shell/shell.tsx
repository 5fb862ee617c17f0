import type { ReactNode } from "react";
import type { PaletteItem } from "./navigation/command-palette";
import type { NavItem } from "./navigation/nav-items";
import { ShellFrame } from "./shell-frame";
import type { ShellActor } from "./navigation/side-nav";

type ShellProps = {
  actor: ShellActor;
  nav: readonly NavItem[];
  /** The key of the item to light up. Found from the address when left out. */
  current?: string;
  /** What else the person may do from anywhere, for the palette. */
  commands?: readonly PaletteItem[];
  /** The server's clock as ISO text. */
  now?: string;
  children: ReactNode;
};

/** What stands around every page behind sign-in. */
export function Shell({ now, ...rest }: ShellProps) {
  return <ShellFrame {...rest} serverNow={now ?? new Date().toISOString()} />;
}
