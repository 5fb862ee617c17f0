import type { Problem } from "../shell/sending/problem";
import { Button } from "../ui/button";
import { WarningStrip } from "../ui/signal/notice";

type NamesAskedProps = { problem: Problem | null; busy: boolean; onSend: () => void };

/** Whether something was held back because it gives somebody on the victim's side away to the other side's workers. */
export function isHeldForNames(problem: Problem | null): boolean {
  return problem?.reason === "names-protected";
}

/** Asks once more before a victim's name, home or number goes to the other side's workers. */
export function NamesAsked({ problem, busy, onSend }: NamesAskedProps) {
  if (!isHeldForNames(problem)) return null;
  return (
    <WarningStrip role="alert" title="Nothing was saved yet.">
      <p>{problem?.message}</p>
      <p className="mt-2">
        <Button busy={busy} onClick={onSend}>It must go all the same</Button>
      </p>
    </WarningStrip>
  );
}
