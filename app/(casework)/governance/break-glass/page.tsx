import { GlassPage } from "@/components/governance/glass-page";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { listGlass } from "@/lib/governance/glass/queries";

export const metadata = pageMetadata("Opened in an emergency");

export default caseworkPage({
  query: listGlass,
  current: "audit",
  input: ({ search }) => search,
  show: ({ view }) => <GlassPage view={view} />,
});
