"use client";

import { createContext, use } from "react";

export type FieldProblem = { path: string; message: string };

export const FormErrorsContext = createContext<{ formName: string; errors: FieldProblem[] }>({ formName: "", errors: [] });

export const FormErrorsProvider = FormErrorsContext.Provider;

/** The id of the control that answers `name`, so that a message can lead to it. */
export function fieldId(name: string, formName = ""): string {
  return formName ? `field-${formName}-${name}` : `field-${name}`;
}

export function useFieldId(name: string): string {
  return fieldId(name, use(FormErrorsContext).formName);
}

export function useFieldError(name: string): string | undefined {
  return use(FormErrorsContext).errors.find((error) => error.path === name)?.message;
}
