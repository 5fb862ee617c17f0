import { WithoutWorkPage } from "@/components/governance/without-work-page";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getLookedWithoutWork } from "@/lib/governance/audit/trails/queries";

export const metadata = pageMetadata("Looked without working on it");

export default caseworkPage({
  query: getLookedWithoutWork,
  current: "audit",
  input: ({ search }) => search,
  show: ({ view }) => <WithoutWorkPage view={view} />,
});
