import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/link";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main id="main" className="mx-auto grid max-w-prose gap-4 px-card py-16">
      <h1 className="text-title">There is nothing here for you to see</h1>
      <p>The address may be mistyped, or what was here may be gone or no longer shared with your agency.</p>
      <p>If someone sent you the link, ask them whether your agency is on the case.</p>
      <p className="flex flex-wrap gap-2">
        <LinkButton look="primary" href="/my-day">
          Go to My day
        </LinkButton>
      </p>
    </main>
  );
}
