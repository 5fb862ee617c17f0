import type { MetadataRoute } from "next";

export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "Hereward",
    short_name: "Hereward",
    description: "Shared case management for anti-social behaviour",
    lang: "en-GB",
    start_url: "/my-day",
    display: "standalone",
    background_color: "#f5f7f8",
    theme_color: "#0d4a5e",
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "maskable" },
    ],
  };
}
