import { AgreementPage } from "@/components/agencies/agreements/agreement-page";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getAgreement } from "@/lib/agencies/agreements/register/queries";

export const metadata = pageMetadata("An agreement");

export default caseworkPage({
  query: getAgreement,
  current: "admin",
  input: ({ params }) => ({ agreementId: params.agreementId }),
  show: ({ view }) => <AgreementPage view={view} />,
});
