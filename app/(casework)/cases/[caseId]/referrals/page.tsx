import { CaseFrame } from "@/components/cases/case-frame";
import { Referrals } from "@/components/referrals/referrals";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { listReferrals } from "@/lib/referrals/queries";

export const metadata = pageMetadata("Referrals");

export default caseworkPage({
  query: listReferrals,
  input: ({ params, search }) => ({ ...params, ...search }),
  current: "cases",
  show: ({ view }) => (
    <CaseFrame header={view.header} tab="plan">
      <Referrals view={view} />
    </CaseFrame>
  ),
});
