"use client";

import type { ComponentProps, FormEvent, KeyboardEvent } from "react";
import { useMemo } from "react";
import { classNames } from "../class-names";
import { ErrorSummary } from "./error-summary";
import { FormErrorsProvider, type FieldProblem } from "./form-errors";

type FormProps = Omit<ComponentProps<"form">, "onSubmit" | "action" | "method"> & {
  /** Keeps field ids apart when a page holds more than one form. */
  name?: string;
  onSubmit: () => void;
  errors?: FieldProblem[];
  message?: string;
  requestId?: string;
};

const none: FieldProblem[] = [];

/** Shows its errors at the top and beside each field by name. Ctrl and Enter submits from anywhere in it. */
export function Form({ name = "", onSubmit, errors = none, message, requestId, className, children, ...rest }: FormProps) {
  const context = useMemo(() => ({ formName: name, errors }), [name, errors]);
  function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    onSubmit();
  }
  function submitByKeys(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.currentTarget.requestSubmit();
    }
  }
  return (
    <FormErrorsProvider value={context}>
      <form {...rest} className={classNames("print:hidden", className)} noValidate autoComplete="off" onSubmit={submit} onKeyDown={submitByKeys}>
        <ErrorSummary errors={errors} message={message} requestId={requestId} formName={name} />
        {children}
      </form>
    </FormErrorsProvider>
  );
}
