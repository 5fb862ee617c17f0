import { classNames } from "../class-names";

/** The shape of what is coming, so that nothing jumps when it arrives. */
export function Skeleton({ lines = 3, label = "Loading" }: { lines?: number; label?: string }) {
  return (
    <div role="status" className="grid gap-3 py-2">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} aria-hidden="true" className={classNames("h-4 animate-pulse rounded-tag bg-surface-quiet", line % 3 === 2 ? "w-2/3" : "w-full")} />
      ))}
    </div>
  );
}
