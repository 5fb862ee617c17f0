"use client";

import { Button } from "@/components/ui/button";
import { RadioPills } from "@/components/ui/form/radio-pills";
import { TextInput } from "@/components/ui/form/text-input";
import { emptyResponsible, type ReportDraft, type ResponsibleDraft } from "../value";
import type { SectionProps } from "./section-props";

const answers: { value: Exclude<ReportDraft["responsibleAs"], "">; label: string }[] = [
  { value: "unknown", label: "Not known" },
  { value: "sight", label: "Known by sight" },
  { value: "named", label: "Named" },
  { value: "group", label: "A group" },
];

/** Who is said to be responsible. It is what the caller says, and nothing here finds it so. */
export function ResponsibleSection({ draft, put }: SectionProps) {
  const as = draft.responsibleAs;
  const change = (at: number, one: Partial<ResponsibleDraft>) => put({ responsible: draft.responsible.map((before, index) => (index === at ? { ...before, ...one } : before)) });
  return (
    <>
      <RadioPills name="responsibleAs" label="Does the caller know who?" choices={answers} value={as || null} onChange={(responsibleAs) => put({ responsibleAs })} />
      {as === "" || as === "unknown" ? null : draft.responsible.map((one, at) => (
        <div key={at} role="group" aria-label={`Said to be responsible, ${at + 1}`} className="grid gap-3">
          {as === "named" ? (
            <div className="grid gap-3 sm:grid-cols-2">
              <TextInput name={`responsible.${at}.person.givenName`} label="First name" value={one.givenName} onChange={(givenName) => change(at, { givenName })} />
              <TextInput name={`responsible.${at}.person.familyName`} label="Last name" value={one.familyName} onChange={(familyName) => change(at, { familyName })} />
            </div>
          ) : (
            <TextInput
              name={`responsible.${at}.person.name`}
              label={as === "sight" ? "How would you know them?" : "What do you know of the group?"}
              hint={as === "sight" ? "Man at no. 14, tall, red cap." : "Youths on bicycles, five or six of them."}
              value={one.words}
              onChange={(words) => change(at, { words })}
            />
          )}
          {at > 0 ? (
            <div>
              <Button look="quiet" size="small" onClick={() => put({ responsible: draft.responsible.filter((_, index) => index !== at) })}>
                Take this one out
              </Button>
            </div>
          ) : null}
        </div>
      ))}
      {as === "" || as === "unknown" ? null : (
        <div>
          <Button size="small" onClick={() => put({ responsible: [...draft.responsible, emptyResponsible] })}>
            Add another
          </Button>
        </div>
      )}
    </>
  );
}
