import type { Metadata } from "next";
import { JoinPage } from "@/components/joining/join-page";

export const metadata: Metadata = { title: "Set up your sign-in" };
// The nonce of each answer is its own, so none is made ahead.
export const dynamic = "force-dynamic";

export default function Page() {
  return <JoinPage />;
}
