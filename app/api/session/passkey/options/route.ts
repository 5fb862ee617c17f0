export { askSignInPasskey as POST } from "@/lib/platform/sign-in/arriving";
