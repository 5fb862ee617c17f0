"use client";

import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link";

export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <main id="main" className="mx-auto grid max-w-prose gap-4 px-card py-16">
      <h1 className="text-title">Something went wrong at our end</h1>
      <p>This page could not be shown. What you had saved, and your drafts, are safe.</p>
      {error.digest ? <p className="text-note text-ink-soft">If you ring for help, give this number: {error.digest}</p> : null}
      <p className="flex flex-wrap gap-2">
        <Button look="primary" onClick={retry}>
          Try again
        </Button>
        <LinkButton href="/my-day">Go to My day</LinkButton>
      </p>
    </main>
  );
}
