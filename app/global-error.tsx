"use client";

import { fontVariables } from "@/app/fonts";
import { ErrorPage } from "@/components/ui/error-page";
import "@/app/globals.css";

/** When a layout has failed, or a page outside of the signed-in shell. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <title>That did not work · Duet</title>
        <main className="grid min-h-dvh">
          <ErrorPage error={error} retry={retry} home={{ href: "/", name: "Start" }} />
        </main>
      </body>
    </html>
  );
}
