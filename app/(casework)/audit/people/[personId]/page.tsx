import { PersonLooks } from "@/components/governance/person-looks";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getWhoLookedAtPerson } from "@/lib/governance/audit/queries";

export const metadata = pageMetadata("Who looked at a person");

export default caseworkPage({
  query: getWhoLookedAtPerson,
  current: "audit",
  input: ({ params, search }) => ({ ...search, personId: params.personId }),
  show: ({ view }) => <PersonLooks view={view} />,
});
