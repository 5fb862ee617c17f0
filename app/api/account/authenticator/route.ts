export { renewAuthenticator as POST } from "@/lib/platform/sign-in/account";
