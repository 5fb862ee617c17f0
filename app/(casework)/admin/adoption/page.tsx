import { Adoption } from "@/components/agencies/overview/adoption";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getAdoption } from "@/lib/agencies/adoption/queries";

export const metadata = pageMetadata("Who signs in");

export default caseworkPage({
  query: getAdoption,
  current: "admin",
  show: ({ view }) => <Adoption view={view} />,
});
