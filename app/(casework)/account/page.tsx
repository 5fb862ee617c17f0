import { AccountPage } from "@/components/account/account-page";
import { caseworkPage, pageMetadata } from "@/components/shell/casework-page";
import { getAccount } from "@/lib/platform/sign-in/queries";

export const metadata = pageMetadata("How you sign in");

export default caseworkPage({ query: getAccount, show: ({ view }) => <AccountPage view={view} /> });
