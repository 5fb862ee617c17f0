import { TrailPage } from "@/components/governance/trail-page";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { listSearches } from "@/lib/governance/audit/trails/queries";

export const metadata = pageMetadata("Searches and exports");

export default caseworkPage({
  query: listSearches,
  current: "audit",
  input: ({ search }) => search,
  show: ({ view }) => <TrailPage view={view} which="searches" />,
});
