import type { MetadataRoute } from "next";

/** What the app is called and looks like when it is put on a home screen. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "Duet",
    short_name: "Duet",
    description: "Chat and real calls between two people who like each other.",
    start_url: "/matches",
    display: "standalone",
    background_color: "#faf6fb",
    theme_color: "#faf6fb",
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
      { src: "/icon-192.png", sizes: "192x192", type: "image/png", purpose: "maskable" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
