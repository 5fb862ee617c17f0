export { askUnlock as POST } from "@/lib/platform/sign-in/locking";
