"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState, useSyncExternalStore } from "react";
import { Autocomplete, Dialog, Header, Input, Menu, MenuItem, MenuSection, Modal, ModalOverlay, SearchField } from "react-aria-components";
import { useFinder } from "../../ui/form/use-finder";
import { SearchIcon } from "../../ui/icons";
import { KeyHint } from "../../ui/key-hint";
import { noOverlay, showOverlay, shownOverlay, subscribeToOverlay } from "./overlay-state";

export type PaletteItem = { id: string; label: string; note?: string; href: string; keys?: string };

export type Find = (term: string, signal: AbortSignal) => Promise<PaletteItem[]>;

function Line({ item }: { item: PaletteItem }) {
  return (
    <MenuItem
      id={item.id}
      textValue={item.label}
      className="flex cursor-pointer items-center justify-between gap-3 rounded-control px-3 py-2 outline-none data-focused:bg-act-soft data-focused:text-link touch:min-h-target forced-colors:data-focused:outline-2"
    >
      <span className="min-w-0">
        <span className="font-semibold">{item.label}</span>
        {item.note ? (
          <span className="block truncate text-note text-ink-soft">{item.note}</span>
        ) : null}
      </span>
      {item.keys ? (
        <span aria-hidden="true">
          <KeyHint>{item.keys}</KeyHint>
        </span>
      ) : null}
    </MenuItem>
  );
}

function Section({ title, items }: { title: string; items: PaletteItem[] }) {
  if (items.length === 0) return null;
  return (
    <MenuSection>
      <Header className="px-3 pt-2 pb-1 text-note font-semibold text-ink-soft">{title}</Header>
      {items.map((item) => (
        <Line key={item.id} item={item} />
      ))}
    </MenuSection>
  );
}

const words = { idle: "Type at least two letters.", searching: "Searching…", found: "Nothing found that you may see.", failed: "The search did not work. Change a letter to try again." };

function Palette({ commands, find }: { commands: readonly PaletteItem[]; find: Find }) {
  const router = useRouter();
  const [text, setText] = useState("");
  const term = text.trim();
  const { state, found } = useFinder(find, term);
  const fitting = commands.filter((command) => command.label.toLowerCase().includes(term.toLowerCase()));
  function go(id: React.Key) {
    const item = [...found, ...fitting].find((each) => each.id === id);
    showOverlay(null);
    if (item) router.push(item.href as Route);
  }
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField aria-label="Search, or type what you want to do" autoFocus className="flex items-center gap-3 border-b border-line px-4">
        <SearchIcon className="text-ink-soft" />
        <Input placeholder="Search people, places and cases" className="min-h-13 w-full bg-transparent text-lead text-ink placeholder:text-ink-soft focus:outline-none focus-visible:shadow-none [&::-webkit-search-cancel-button]:hidden" />
      </SearchField>
      <Menu aria-label="Found" onAction={go} className="max-h-[60dvh] overflow-y-auto p-1.5 outline-none data-empty:hidden" renderEmptyState={() => null}>
        <Section title={state === "searching" ? "Found so far" : "Found"} items={found} />
        <Section title="Go to" items={fitting} />
      </Menu>
      <p role="status" className="px-4 py-2 text-note text-ink-soft not-first:border-t not-first:border-line">
        {state === "found" && found.length > 0 ? `${found.length} found` : words[state]}
      </p>
    </Autocomplete>
  );
}

/** One box over everything the person may see or do. Opened by / and by Ctrl and K. */
export function CommandPalette({ commands, find }: { commands: readonly PaletteItem[]; find: Find }) {
  const overlay = useSyncExternalStore(subscribeToOverlay, shownOverlay, noOverlay);
  return (
    <ModalOverlay
      isOpen={overlay === "palette"}
      onOpenChange={(open) => !open && showOverlay(null)}
      isDismissable
      className="fixed inset-0 z-50 flex items-start justify-center bg-run-strong/60 p-2 pt-[8dvh] print:hidden"
    >
      <Modal className="w-full max-w-160 overflow-hidden rounded-card bg-surface text-ink shadow-raised forced-colors:border">
        <Dialog aria-label="Search" className="outline-none">
          <Palette commands={commands} find={find} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
