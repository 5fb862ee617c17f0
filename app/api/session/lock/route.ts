export { lock as POST } from "@/lib/platform/sign-in/locking";
