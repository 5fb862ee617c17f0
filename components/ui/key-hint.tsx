import { classNames } from "./class-names";

/** A key to press. Hidden where there is likely to be no keyboard, and on paper. */
export function KeyHint({ children, onColour }: { children: string; onColour?: boolean }) {
  return (
    <kbd
      className={classNames(
        "rounded-tag px-1.5 font-sans text-small font-semibold pointer-coarse:hidden print:hidden",
        onColour ? "bg-black/10 text-inherit in-[.bg-act]:bg-white/20" : "border border-line bg-surface text-ink-soft",
      )}
    >
      {children}
    </kbd>
  );
}
