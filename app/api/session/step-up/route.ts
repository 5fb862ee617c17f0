export { stepUp as POST } from "@/lib/platform/sign-in/step-up";
