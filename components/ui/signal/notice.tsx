import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { HazardIcon, InfoIcon, LockIcon, WarningIcon } from "../icons";

type StripProps = {
  /** The sentence to read first. */
  title: ReactNode;
  /** What more there is to say. */
  children?: ReactNode;
  /** A button or link at the end. */
  action?: ReactNode;
  /** Says it aloud as it appears: "status" when it can wait, "alert" when it cannot. */
  role?: "status" | "alert";
  id?: string;
};

type Look = { Sign: (props: { className?: string }) => ReactNode; frame: string; sign: string };

function Strip({ title, children, action, role, id, look }: StripProps & { look: Look }) {
  const { Sign, frame, sign } = look;
  return (
    <div id={id} role={role} className={classNames("flex items-start gap-2.5 rounded-e-control border-s-4 px-3 py-2", frame)}>
      <Sign className={classNames("mt-[3px]", sign)} />
      <div className="flex min-w-0 flex-1 flex-wrap items-start gap-x-2.5 gap-y-2">
        <div className="min-w-0 flex-1 basis-52">
          <strong>{title}</strong>
          {children ? <> {children}</> : null}
        </div>
        {action}
      </div>
    </div>
  );
}

/** A danger to staff: black on pale yellow in light and dark alike, above everything else on the page. */
export function StaffSafetyStrip(props: StripProps) {
  return <Strip {...props} look={{ Sign: HazardIcon, frame: "border-safety-line bg-safety-soft text-safety forced-colors:border-[Mark]", sign: "text-safety" }} />;
}

/** Something another agency holds and may not show here, with whom to ask. */
export function SealedStrip(props: StripProps) {
  return <Strip {...props} look={{ Sign: LockIcon, frame: "border-sealed bg-sealed-soft text-ink", sign: "text-sealed" }} />;
}

/** Worth knowing, nothing to do. */
export function InfoStrip(props: StripProps) {
  return <Strip {...props} look={{ Sign: InfoIcon, frame: "border-act-line bg-act-soft text-ink", sign: "text-link" }} />;
}

/** What will happen, or what is wrong, before going on. */
export function WarningStrip(props: StripProps) {
  return <Strip {...props} look={{ Sign: WarningIcon, frame: "border-warning bg-warning-soft text-ink", sign: "text-warning" }} />;
}

/** Facts to hold in mind about a person: under 18, interpreter, counter-allegation. */
export function FactStrip(props: StripProps) {
  return <Strip {...props} look={{ Sign: InfoIcon, frame: "border-line-strong bg-surface-quiet text-ink", sign: "text-ink" }} />;
}
