export { unlock as POST } from "@/lib/platform/sign-in/locking";
