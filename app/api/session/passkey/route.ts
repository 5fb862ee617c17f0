export { signInWithPasskey as POST } from "@/lib/platform/sign-in/arriving";
