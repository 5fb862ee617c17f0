"use client";

import type { Template, TriggerDefinition } from "@/lib/assessments/schema";
import { rags, type Rag } from "@/lib/clocks/schema";
import { ragLabels } from "@/lib/clocks/labels";
import { Button } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/form/checkbox";
import { Select } from "@/components/ui/form/select";
import { TextArea } from "@/components/ui/form/text-area";
import { TextInput } from "@/components/ui/form/text-input";
import { Card } from "@/components/ui/layout/card";
import { RagTag } from "@/components/ui/signal/rag-tag";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { newTrigger, replaced } from "./editing";

type Editing = { template: Template; onChange: (next: Template) => void };

const whole = (typed: string) => Number(typed.replace(/\D/g, "").slice(0, 3) || 0);
const ragChoices = rags.map((rag) => ({ value: rag, label: ragLabels[rag] }));

/** Which score makes which colour. Each band begins after the one before; the last ends at the highest score. */
export function BandsEditor({ template, onChange }: Editing) {
  const put = (at: number, more: Partial<Template["bands"][number]>) => onChange({ ...template, bands: replaced(template.bands, at, { ...template.bands[at]!, ...more }) });
  return (
    <Card title="Bands">
      <div className="grid gap-3">
        {template.bands.map((band, at) => (
          <div key={band.rag} className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-3 sm:grid-cols-[6rem_minmax(0,1fr)_auto]">
            <div className="col-span-2 sm:col-span-1 sm:pb-2"><RagTag rag={band.rag} /></div>
            <TextInput name={`bands.${at}.label`} label={`Name of ${band.rag}`} value={band.label} onChange={(label) => put(at, { label })} />
            {at < template.bands.length - 1
              ? <TextInput name={`bands.${at}.max`} label={`From ${band.min} to`} aria-label={`Last point of ${band.rag}, which begins at ${band.min}`} size="tiny" inputMode="numeric" value={String(band.max)} onChange={(typed) => put(at, { max: whole(typed) })} />
              : <p className="pb-2 tabular-nums">{band.min} to {band.max}</p>}
          </div>
        ))}
        <TextInput name="borderline_points" label="So many points below a higher colour are near it" size="tiny" inputMode="numeric" value={String(template.borderline_points)} onChange={(typed) => onChange({ ...template, borderline_points: whole(typed) })} />
      </div>
    </Card>
  );
}

/** What overrides the score, and what each starts. */
export function TriggersEditor({ template, onChange }: Editing) {
  const put = (triggers: TriggerDefinition[]) => onChange({ ...template, triggers });
  if (template.subject !== "victim") return null;
  return (
    <Card title="Triggers" aside="What overrides the score">
      <div className="grid gap-5">
        {template.triggers.map((trigger, at) => (
          <fieldset key={trigger.key} className="grid gap-3 border-b border-line pb-4">
            <legend className="pb-1 font-bold">{trigger.key}{trigger.computed ? ", counted by itself" : ""}</legend>
            <TextArea name={`triggers.${at}.text`} label={`Wording of ${trigger.key}`} rows={2} value={trigger.text} onChange={(text) => put(replaced(template.triggers, at, { ...trigger, text }))} />
            <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_10rem]">
              <TextInput name={`triggers.${at}.action`} label={`What ${trigger.key} starts`} value={trigger.action} onChange={(action) => put(replaced(template.triggers, at, { ...trigger, action }))} />
              <Select name={`triggers.${at}.min_rag`} label={`${trigger.key} makes it at least`} options={ragChoices} value={trigger.min_rag} onChange={(rag) => put(replaced(template.triggers, at, { ...trigger, min_rag: rag as Rag }))} />
            </div>
            {Number(trigger.key.slice(1)) > 7 ? <div><Button size="small" onClick={() => put(template.triggers.filter((_, other) => other !== at))}>Take it out<VisuallyHidden> {trigger.key}</VisuallyHidden></Button></div> : null}
          </fieldset>
        ))}
        <div><Button size="small" onClick={() => put([...template.triggers, newTrigger(template.triggers)])}>Add a trigger</Button></div>
      </div>
    </Card>
  );
}

/** Which questions screen every report, and which answers to them count as high. */
export function ScreeningEditor({ template, onChange }: Editing) {
  const { screening } = template;
  if (!screening) return null;
  const put = (more: Partial<typeof screening>) => onChange({ ...template, screening: { ...screening, ...more } });
  const offered = template.questions.filter((question) => !question.computed);
  return (
    <Card title="Screening" aside="Asked of every report">
      <div className="grid gap-4">
        <CheckboxGroup
          name="screening.questions" label="Questions that screen" choices={offered.map(({ key }) => ({ value: key, label: key }))} value={screening.questions}
          onChange={(questions) => put({ questions: offered.map(({ key }) => key).filter((key) => questions.includes(key)), high_when: Object.fromEntries(Object.entries(screening.high_when).filter(([key]) => questions.includes(key))) })}
        />
        {offered.filter(({ key }) => screening.questions.includes(key)).map((question) => (
          <CheckboxGroup
            key={question.key} name={`screening.high_when.${question.key}`} label={`High answers to ${question.key}`} hint={question.text} choices={question.options.map(([value, label]) => ({ value, label }))} value={screening.high_when[question.key] ?? []}
            onChange={(codes) => { const { [question.key]: _before, ...rest } = screening.high_when; put({ high_when: codes.length > 0 ? { ...rest, [question.key]: codes } : rest }); }}
          />
        ))}
      </div>
    </Card>
  );
}
