import { TrailPage } from "@/components/governance/trail-page";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { listDenied } from "@/lib/governance/audit/trails/queries";

export const metadata = pageMetadata("Denied attempts");

export default caseworkPage({
  query: listDenied,
  current: "audit",
  input: ({ search }) => search,
  show: ({ view }) => <TrailPage view={view} which="denied" />,
});
