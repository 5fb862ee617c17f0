export { changePassword as POST } from "@/lib/platform/sign-in/account";
