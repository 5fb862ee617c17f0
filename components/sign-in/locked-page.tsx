import { InfoStrip } from "../ui/signal/notice";
import { safePath } from "./go-on";
import { UnlockHere } from "./unlock-here";

/** Where a locked screen waits: nothing of the page that was open is in this one. */
export function LockedPage({ next }: { next: string }) {
  return (
    <main id="main" className="mx-auto grid max-w-140 gap-stack px-card py-8">
      <h1 className="text-title">Hereward is locked</h1>
      <InfoStrip title="What you had typed is kept as a draft." role="status" />
      <UnlockHere next={safePath(next)} />
    </main>
  );
}
