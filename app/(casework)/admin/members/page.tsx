import { Register } from "@/components/agencies/members/register";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getRegister } from "@/lib/agencies/members/queries";

export const metadata = pageMetadata("Members");

export default caseworkPage({
  query: getRegister,
  current: "admin",
  input: ({ search }) => search,
  show: ({ view }) => <Register view={view} />,
});
