"use client";

import { useSyncExternalStore } from "react";
import { Dialog } from "../../ui/dialog";
import { Checkbox } from "../../ui/form/checkbox";
import { areSingleKeysOn, areSingleKeysOnAtFirst, setSingleKeys, subscribeToSingleKeys } from "./key-preference";
import { goLetters, type NavItem } from "../navigation/nav-items";
import { noOverlay, showOverlay, shownOverlay, subscribeToOverlay } from "../navigation/overlay-state";

function Keys({ keys }: { keys: string[] }) {
  return (
    <dt className="flex gap-1">
      {keys.map((key) => (
        <kbd key={key} className="min-w-7 rounded-tag border border-line-strong bg-surface-quiet px-1.5 text-center font-sans text-note font-semibold">
          {key}
        </kbd>
      ))}
    </dt>
  );
}

/** What the keys do, and the switch to turn single keys off. */
export function KeysDialog({ nav }: { nav: readonly NavItem[] }) {
  const overlay = useSyncExternalStore(subscribeToOverlay, shownOverlay, noOverlay);
  const areOn = useSyncExternalStore(subscribeToSingleKeys, areSingleKeysOn, areSingleKeysOnAtFirst);
  const going = Object.entries(goLetters).flatMap(([letter, key]) => {
    const item = nav.find((each) => each.key === key);
    return item ? [{ keys: ["g", letter], does: item.label }] : [];
  });
  const everywhere = [
    { keys: ["/"], does: "Search" },
    ...(nav.some((item) => item.key === "new-report") ? [{ keys: ["n"], does: "New report" }] : []),
    { keys: ["Ctrl", "K"], does: "Find anything, do anything" },
    { keys: ["j"], does: "Down a list" },
    { keys: ["k"], does: "Up a list" },
    { keys: ["Enter"], does: "Open what you are on" },
    { keys: ["Ctrl", "↵"], does: "Save a form" },
    { keys: ["?"], does: "These keys" },
  ];
  return (
    <Dialog isOpen={overlay === "keys"} onClose={() => showOverlay(null)} title="Keys">
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {[everywhere, going].map((list, index) => (
          <dl key={index} className="grid content-start gap-2">
            {list.map((line) => (
              <div key={line.does} className="flex items-center justify-between gap-3">
                <Keys keys={line.keys} />
                <dd className="flex-1 text-ink-soft">{line.does}</dd>
              </div>
            ))}
          </dl>
        ))}
      </div>
      <div className="mt-4 border-t border-line pt-3">
        <Checkbox name="single-keys" label="Use single keys (switch off if you dictate, or press keys by accident)" checked={areOn} onChange={setSingleKeys} />
      </div>
    </Dialog>
  );
}
