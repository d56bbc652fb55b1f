import type { Metadata, Viewport } from "next";
import { fontVariables } from "@/app/fonts";
import "@/app/globals.css";

export const metadata: Metadata = {
  title: { default: "Duet: talk to your match", template: "%s · Duet" },
  description: "Chat and real calls between two people who like each other. Numbers stay private.",
  applicationName: "Duet",
  icons: { icon: "/icon.svg", apple: "/icon-192.png" },
  appleWebApp: { capable: true, title: "Duet", statusBarStyle: "default" },
  formatDetection: { telephone: false },
};

// Made for each visit: a page that was made beforehand has no nonce, and its scripts would not run.
export const dynamic = "force-dynamic";

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf6fb" },
    { media: "(prefers-color-scheme: dark)", color: "#150b1c" },
  ],
};

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en" className={fontVariables}>
      <body>{children}</body>
    </html>
  );
}
