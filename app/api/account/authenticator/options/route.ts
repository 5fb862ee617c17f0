export { askAuthenticator as POST } from "@/lib/platform/sign-in/account";
