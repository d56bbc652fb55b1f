"use client";

import { ErrorPage } from "@/components/ui/error-page";

export default function RootError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="grid min-h-dvh">
      <ErrorPage error={error} retry={retry} home={{ href: "/", name: "Start" }} />
    </main>
  );
}
