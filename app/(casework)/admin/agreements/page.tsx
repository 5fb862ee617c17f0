import { AgreementList } from "@/components/agencies/agreements/agreement-list";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { listAgreements } from "@/lib/agencies/agreements/register/queries";

export const metadata = pageMetadata("Agreements");

export default caseworkPage({
  query: listAgreements,
  current: "admin",
  show: ({ view }) => <AgreementList view={view} />,
});
