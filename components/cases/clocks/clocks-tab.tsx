import type { ClocksView, RunningClockView } from "@/lib/cases/clocks/schema";
import { capitalised } from "@/lib/format/text";
import { Columns } from "../../shell/page-parts";
import { Card, Rows } from "../../ui/layout/card";
import { DueTag } from "../../ui/signal/due-tag";
import { Tag } from "../../ui/signal/tag";
import { PauseClock, ResumeClock } from "./pause-clock";
import { Supervise } from "./supervise";

type ClocksTabProps = { caseId: string; reference: string; clocks: ClocksView };

/** Every clock of a case: what it waits for, until when, and who is told when nobody does it. */
export function ClocksTab({ caseId, reference, clocks }: ClocksTabProps) {
  return (
    <Columns sideLabel="About the clocks" side={<Side />}>
      <Card id="running" title="Running" flush foot={clocks.maySupervise ? <Supervise caseId={caseId} reference={reference} /> : undefined}>
        {clocks.running.length === 0 ? <p className="px-card py-3">No clock runs: nothing is waited for.</p> : (
          <Rows>
            {clocks.running.map((clock) => <Running key={clock.clockId} caseId={caseId} clock={clock} lastDay={clocks.lastPauseDay} />)}
          </Rows>
        )}
      </Card>
      {clocks.past.length > 0 ? (
        <Card id="past" title="Stopped" flush>
          <Rows>
            {clocks.past.map((clock) => (
              <li key={clock.clockId} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-card py-2">
                <span className="min-w-0 flex-1 basis-56">{clock.label}{clock.about ? <span className="text-ink-soft">: {clock.about}</span> : null}</span>
                <span className={clock.wasLate ? "text-note text-late" : "text-note text-ink-soft"}>{clock.wasLate ? "! Late: " : ""}{clock.wasLate ? clock.words : capitalised(clock.words)}</span>
              </li>
            ))}
          </Rows>
        </Card>
      ) : null}
    </Columns>
  );
}

function Running({ caseId, clock, lastDay }: { caseId: string; clock: RunningClockView; lastDay: string }) {
  return (
    <li className="grid gap-1 px-card py-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="min-w-0 flex-1 basis-56 font-bold">{clock.label}{clock.about ? <span className="font-normal text-ink-soft">: {clock.about}</span> : null}</h3>
        {clock.pause ? <Tag>Paused until {clock.pause.untilWords}</Tag> : null}
        <DueTag {...clock.due} />
      </div>
      <p>{clock.waitsFor}</p>
      <p className="text-note text-ink-soft">Since {clock.startedWords}{clock.standardWords ? `, ${clock.standardWords}` : ""}.</p>
      {clock.pause ? <p className="text-note">{clock.pause.byName}: “{clock.pause.reason}”</p> : null}
      {clock.told.map(({ step, words }) => <p key={step} className="text-note">Told: {words}.</p>)}
      {clock.nextWords ? <p className="text-note text-ink-soft">Told next: {clock.nextWords}.</p> : null}
      {clock.mayPause ? <div>{clock.pause ? <ResumeClock caseId={caseId} clock={clock} /> : <PauseClock caseId={caseId} clock={clock} lastDay={lastDay} />}</div> : null}
      {clock.pauseRefusal ? <p className="text-note text-ink-soft">{clock.pauseRefusal}</p> : null}
    </li>
  );
}

function Side() {
  return (
    <Card id="about-clocks" title="How clocks run">
      <ul className="grid list-disc gap-1 ps-5">
        <li>Red, and what cannot wait, is counted in hours, day and night. All else is counted in days, most of it in working days with England’s bank holidays.</li>
        <li>A clock keeps the due time that it began with, also when the district changes its standards.</li>
        <li>When one runs out, whoever has it is told, then their supervisor, then the managers: each once.</li>
        <li>A call on duty is only done when somebody rang and ticked it off.</li>
        <li>A coordinator or manager of the lead agency may pause a clock that is not late, on a case that is not red, for 28 days at most.</li>
      </ul>
    </Card>
  );
}
