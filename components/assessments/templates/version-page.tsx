import type { VersionView } from "@/lib/assessments/templates/version/schema";
import { counted } from "@/lib/format/due";
import { listWords } from "@/lib/format/text";
import { AdminFrame } from "@/components/agencies/admin-frame";
import { adminPaths } from "@/components/agencies/admin-paths";
import { Card, Row, Rows } from "@/components/ui/layout/card";
import { TextLink } from "@/components/ui/link";
import { InfoStrip, WarningStrip } from "@/components/ui/signal/notice";
import { Tag } from "@/components/ui/signal/tag";
import { Decide } from "./decide";
import { Editor } from "./editor";
import { ImportDialog } from "./import-dialog";
import { Preview } from "./preview";
import { Changes } from "./standing";
import { TestResult } from "./test-runs";
import { BeginDraft, CallOff, DiscardDraft, ExportButton } from "./version-actions";

/** One version of a form: a draft to be changed, one that waits for a decision, or one that was published, as it is asked. */
export function VersionPage({ view }: { view: VersionView }) {
  const { line, may, revision } = view;
  const actions = (
    <div className="flex flex-wrap gap-2">
      <ExportButton templateId={line.templateId} name={`${view.key}-version-${line.version}.json`} />
      {may.edit ? <ImportDialog formKey={view.key} title={line.title} over={{ templateId: line.templateId, revision }} /> : null}
      {may.edit ? <DiscardDraft templateId={line.templateId} revision={revision} /> : null}
      {may.begin ? <BeginDraft templateId={line.templateId} what={`from version ${line.version}`} /> : null}
      {may.callOff ? <CallOff templateId={line.templateId} revision={revision} version={line.version} /> : null}
    </div>
  );
  return (
    <AdminFrame menu={view.menu} title={`${line.title}, version ${line.version}`} current={adminPaths.templates} actions={actions}>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <TextLink href={adminPaths.templates}>All risk forms</TextLink>
        <Tag tone={line.tone}>{line.stateWords}</Tag>
        <span className="text-note text-ink-soft">{[line.inForceWords, line.byWords, counted(line.uses, "assessment")].filter(Boolean).join(" · ")}</span>
      </p>
      {view.declined ? <WarningStrip title={`${view.declined.byName} declined to publish this.`}>{view.declined.reason}</WarningStrip> : null}
      {may.edit && view.untested.length > 0 ? <InfoStrip title={`No test comes out ${listWords(view.untested, "or")}.`}>Every colour is tried by a test before anybody can ask to publish. Add one under Tests.</InfoStrip> : null}
      {view.asked ? <Decide view={view} asked={view.asked} /> : null}
      {may.edit ? <Editor key={line.templateId} view={view} /> : <Standing view={view} />}
    </AdminFrame>
  );
}

function Standing({ view }: { view: VersionView }) {
  return (
    <>
      <Changes changes={view.changes} basedOnVersion={view.basedOnVersion} />
      {view.runs.length > 0 ? (
        <Card title="Tests" aside={counted(view.runs.length, "test")} flush>
          <Rows label="Tests">{view.runs.map((run) => <Row key={run.name}><TestResult run={run} /></Row>)}</Rows>
        </Card>
      ) : null}
      <Preview template={view.definition} />
    </>
  );
}
