"use client";

import { createContext, use } from "react";

export type FieldProblem = { path: string; message: string };

const FormErrors = createContext<{ formName: string; errors: FieldProblem[] }>({ formName: "", errors: [] });

export const FormErrorsProvider = FormErrors.Provider;

/** The id of the control that answers `name`, so that a message can lead to it. */
export function fieldId(name: string, formName = ""): string {
  return formName ? `field-${formName}-${name}` : `field-${name}`;
}

export function useFieldId(name: string): string {
  return fieldId(name, use(FormErrors).formName);
}

export function useFieldError(name: string): string | undefined {
  return use(FormErrors).errors.find((error) => error.path === name)?.message;
}
