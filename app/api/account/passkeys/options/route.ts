export { askPasskey as POST } from "@/lib/platform/sign-in/account";
