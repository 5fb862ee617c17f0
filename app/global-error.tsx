"use client";

import "./globals.css";

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en-GB">
      <body>
        <main className="mx-auto grid max-w-prose gap-4 px-card py-16">
          <title>Something went wrong · Hereward</title>
          <h1 className="text-title">Something went wrong at our end</h1>
          <p>Hereward could not be shown. What you had saved, and your drafts, are safe. Load the page again in a minute.</p>
          {error.digest ? <p className="text-note text-ink-soft">If you ring for help, give this number: {error.digest}</p> : null}
        </main>
      </body>
    </html>
  );
}
