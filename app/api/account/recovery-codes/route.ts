export { makeRecoveryCodes as POST } from "@/lib/platform/sign-in/account";
