"use client";

import { useEffect, useState } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { awaitComeback } from "@/lib/http/comeback";

interface ErrorPageProps {
  error: unknown;
  retry: () => void;
  /** Where else to go. */
  home: { href: string; name: string };
}

/**
 * In place of a page that could not be drawn. When that is because something is down it says so, and
 * the page comes back by itself. The reference finds the error in the log. Every page
 * carries this along, so it is made of little: the way out is a plain link, which also starts afresh.
 */
export function ErrorPage({ error, retry, home }: ErrorPageProps) {
  const [isDown, setDown] = useState(false);
  useEffect(() => awaitComeback({ onDown: () => setDown(true), onBack: retry }), [retry]);
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <div className="grid min-h-full flex-1 place-items-center bg-paper">
      <EmptyState
        level={1}
        title={isDown ? "We will be right back" : "That did not work"}
        action={
          <>
            <button type="button" onClick={retry} className={buttonClass("primary")}>
              Try again
            </button>
            <a href={home.href} className={buttonClass("outline")}>
              {home.name}
            </a>
          </>
        }
      >
        <p role="status">
          {isDown
            ? "Duet cannot be reached at the moment. This page comes back by itself as soon as it can."
            : "Something went wrong on our side, or the connection was lost. Nothing you wrote is gone."}
        </p>
        {digest ? <p className="mt-2 text-sm">Reference: {digest}</p> : null}
      </EmptyState>
    </div>
  );
}
