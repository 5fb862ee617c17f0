import { classNames } from "./class-names";

/** A key to press. Hidden where there is likely to be no keyboard, and on paper. */
export function KeyHint({ children, onColour }: { children: string; onColour?: boolean }) {
  return (
    <kbd
      className={classNames(
        "rounded-tag px-1.5 font-sans text-small font-semibold touch:hidden print:hidden",
        onColour ? "border border-current/40 text-inherit" : "border border-line bg-surface text-ink-soft",
      )}
    >
      {children}
    </kbd>
  );
}
