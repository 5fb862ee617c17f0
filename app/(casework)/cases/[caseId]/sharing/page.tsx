import { CaseFrame } from "@/components/cases/case-frame";
import { SharingTab } from "@/components/sharing/sharing-tab";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getCaseSharing } from "@/lib/assessments/sharing/queries";

export const metadata = pageMetadata("Sharing");

export default caseworkPage({
  query: getCaseSharing,
  input: ({ params }) => params,
  current: "cases",
  show: ({ view, actor }) => (
    <CaseFrame header={view.header} tab="sharing">
      <SharingTab view={view} memberId={actor.memberId} />
    </CaseFrame>
  ),
});
