import { County } from "@/components/agencies/county/county";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getCounty } from "@/lib/agencies/county/queries";

export const metadata = pageMetadata("Areas and agencies");

export default caseworkPage({
  query: getCounty,
  current: "admin",
  show: ({ view }) => <County view={view} />,
});
