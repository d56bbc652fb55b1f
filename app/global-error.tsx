"use client";

import RootError from "@/app/error";
import { fontVariables } from "@/app/fonts";
import "@/app/globals.css";

/** When even the outermost layout has failed. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <title>That did not work · Duet</title>
        <RootError {...props} />
      </body>
    </html>
  );
}
