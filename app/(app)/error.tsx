"use client";

import { ErrorPage } from "@/components/ui/error-page";

export default function AppError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="flex-1">
      <ErrorPage error={error} retry={retry} home={{ href: "/matches", name: "Matches" }} />
    </main>
  );
}
