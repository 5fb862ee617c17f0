import { FindSomebody } from "@/components/governance/find-somebody";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getAuditStart } from "@/lib/governance/audit/queries";

export const metadata = pageMetadata("Who looked at somebody");

export default caseworkPage({
  query: getAuditStart,
  current: "audit",
  input: ({ search }) => search,
  show: ({ view }) => <FindSomebody view={view} />,
});
