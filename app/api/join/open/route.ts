export { openDoor as POST } from "@/lib/platform/sign-in/joining/doors";
