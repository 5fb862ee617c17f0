import type { TestRun } from "@/lib/assessments/templates/testing/schema";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Table } from "@/components/ui/layout/table";
import { Tag } from "@/components/ui/signal/tag";

const columns = [{ label: "What" }, { label: "Expected" }, { label: "Found" }, { label: "Agrees" }];

/** What a test expects, beside what the form makes of the same answers. Open where they differ. */
export function TestResult({ run }: { run: TestRun }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <p className="flex flex-wrap items-baseline gap-2"><strong>{run.name}</strong> <Tag tone={run.passes ? "plain" : "soon"}>{run.passes ? "Passes" : "Does not pass"}</Tag></p>
      {run.trouble ? <p className="text-note">{run.trouble}</p> : (
        <Disclosure summary="Expected and found" open={!run.passes || undefined}>
          <Table caption={`Expected and found: ${run.name}`} hideCaption columns={columns}>
            {run.lines.map((line) => (
              <tr key={line.what}>
                <th scope="row">{line.what}</th>
                <td>{line.expected}</td>
                <td>{line.agrees ? line.found : <strong>{line.found}</strong>}</td>
                <td>{line.agrees ? "Yes" : <strong>No</strong>}</td>
              </tr>
            ))}
          </Table>
        </Disclosure>
      )}
    </div>
  );
}
