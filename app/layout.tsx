import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import "./globals.css";

export const metadata: Metadata = {
  title: { template: "%s · Hereward", default: "Hereward" },
  applicationName: "Hereward",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
  // Phones turn any row of digits into a number to ring; crime references are not.
  formatDetection: { telephone: false, email: false, address: false, date: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#0d4a5e" },
    { media: "(prefers-color-scheme: dark)", color: "#0b2f3c" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang="en-GB">
      {/* react-aria adds a style element of its own, and looks here for the nonce that lets it. */}
      <head>{nonce ? <meta property="csp-nonce" nonce={nonce} /> : null}</head>
      <body>{children}</body>
    </html>
  );
}
