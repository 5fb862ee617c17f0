export { enrolPasskey as POST } from "@/lib/platform/sign-in/account";
