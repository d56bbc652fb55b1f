import type { MetadataRoute } from "next";

/** What the app is called and looks like when it is put on a home screen. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "Duet",
    short_name: "Duet",
    description: "Chat and real calls between two people who like each other.",
    lang: "en",
    dir: "ltr",
    start_url: "/matches",
    scope: "/",
    display: "standalone",
    background_color: "#faf6fb",
    theme_color: "#faf6fb",
    categories: ["social", "lifestyle"],
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
      // Room around the mark: no system cuts into it, whatever shape it gives its icons.
      ...(["any", "maskable"] as const).flatMap((purpose) =>
        [192, 512].map((size) => ({
          src: `/icon-${size}.png`,
          sizes: `${size}x${size}`,
          type: "image/png",
          purpose,
        })),
      ),
    ],
    shortcuts: [
      { name: "Matches", url: "/matches" },
      { name: "Discover", url: "/discover" },
    ],
  };
}
