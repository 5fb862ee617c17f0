export { signOut as POST } from "@/lib/platform/sign-in/cookie";
