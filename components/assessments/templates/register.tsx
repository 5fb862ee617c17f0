import type { RegisterView, VersionLine } from "@/lib/assessments/templates/register/schema";
import { counted } from "@/lib/format/due";
import { AdminFrame } from "@/components/agencies/admin-frame";
import { adminPaths } from "@/components/agencies/admin-paths";
import { Card, Row, Rows } from "@/components/ui/layout/card";
import { TextLink } from "@/components/ui/link";
import { Tag } from "@/components/ui/signal/tag";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { ImportDialog } from "./import-dialog";
import { BeginDraft } from "./version-actions";

type FormOfRegister = RegisterView["forms"][number];

/** Every version of every form that assesses risk, the newest first. */
export function TemplateRegister({ view }: { view: RegisterView }) {
  return (
    <AdminFrame menu={view.menu} title="Risk forms" current={adminPaths.templates}>
      <p className="max-w-prose text-ink-soft">
        A version is written as a draft, tested, and published by two people. Once published it never changes: assessments made with it stay as they were asked and scored.
      </p>
      {view.forms.map((form) => (
        <Card key={form.key} title={form.title} aside={form.aboutWords} flush foot={form.hasDraft || !form.inForceId ? undefined : <><ImportDialog formKey={form.key} title={form.title} /><BeginDraft templateId={form.inForceId} what={`of ${form.title}`} /></>}>
          <Rows label={`Versions: ${form.title}`}>
            {form.versions.map((line) => <VersionRow key={line.templateId} form={form} line={line} />)}
          </Rows>
        </Card>
      ))}
    </AdminFrame>
  );
}

function VersionRow({ form, line }: { form: FormOfRegister; line: VersionLine }) {
  return (
    <Row className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <div className="min-w-0 wrap-anywhere">
        <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
          <TextLink href={adminPaths.template(line.templateId)}><VisuallyHidden>{form.title}, </VisuallyHidden>Version {line.version}</TextLink> <Tag tone={line.tone}>{line.stateWords}</Tag>
        </p>
        <p className="text-note">{[line.inForceWords, line.byWords].filter(Boolean).join(" · ")}</p>
      </div>
      <p className="text-note text-ink-soft tabular-nums">{counted(line.uses, "assessment")}</p>
    </Row>
  );
}
