import { CaseFrame } from "@/components/cases/case-frame";
import { Interventions } from "@/components/interventions/interventions";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { listInterventions } from "@/lib/interventions/queries";

export const metadata = pageMetadata("Interventions");

export default caseworkPage({
  query: listInterventions,
  input: ({ params }) => params,
  current: "cases",
  show: ({ view }) => (
    <CaseFrame header={view.header} tab="interventions">
      <Interventions view={view} />
    </CaseFrame>
  ),
});
