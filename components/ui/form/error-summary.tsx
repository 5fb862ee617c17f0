"use client";

import { useEffect, useRef } from "react";
import { fieldId, type FieldProblem } from "./form-errors";
import { WarningIcon } from "../icons";

type ErrorSummaryProps = {
  title?: string;
  /** One plain sentence when the trouble belongs to no single field. */
  message?: string;
  errors?: FieldProblem[];
  formName?: string;
  /** What to tell the service desk. */
  requestId?: string;
};

function goTo(id: string) {
  const control = document.getElementById(id);
  const target = control?.matches("input, textarea, select, button") ? control : control?.querySelector<HTMLElement>("input, textarea, select, button");
  target?.focus();
  (control?.closest("fieldset, div") ?? control)?.scrollIntoView({ block: "nearest" });
}

/** What has to be put right, at the top, with a way to each. Takes the focus when it appears and whenever it changes. */
export function ErrorSummary({ title = "There is a problem", message, errors = [], formName, requestId }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const isEmpty = errors.length === 0 && !message;
  useEffect(() => {
    if (!isEmpty) box.current?.focus();
  }, [isEmpty, errors, message]);
  if (isEmpty) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="rounded-control border-2 border-warning bg-warning-soft p-card text-ink">
      <h2 className="flex items-center gap-2 text-lead">
        <WarningIcon className="text-warning" />
        {title}
      </h2>
      {message ? <p className="mt-1">{message}</p> : null}
      {errors.length > 0 ? (
        <ul className="mt-2 grid gap-1">
          {errors.map((error) => (
            <li key={error.path + error.message}>
              <a
                href={`#${fieldId(error.path, formName)}`}
                className="font-bold text-link underline"
                onClick={(event) => {
                  event.preventDefault();
                  goTo(fieldId(error.path, formName));
                }}
              >
                {error.message}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {requestId ? <p className="mt-2 text-note text-ink-soft">If you ring for help, give this number: {requestId}</p> : null}
    </div>
  );
}
