"use client";

import { ArrowDown } from "lucide-react";
import { useEffect, useRef } from "react";
import { useBottomAnchor } from "@/components/chat/use-bottom-anchor";
import { Spinner } from "@/components/ui/spinner";

interface ThreadScrollerProps {
  hasOlder: boolean;
  older: "idle" | "loading" | "failed";
  loadOlder: () => Promise<void>;
  newestId: string | undefined;
  newestIsMine: boolean;
  pendingCount: number;
  typing: boolean;
  /** The newest message is in view. */
  onSeen: () => void;
  children: React.ReactNode;
}

/**
 * The scrolling part of a thread. It grows upwards (column-reverse), so the browser itself starts
 * at the newest message and holds the place when older ones are added above.
 */
export function ThreadScroller(props: ThreadScrollerProps) {
  const { hasOlder, older, loadOlder } = props;
  const top = useRef<HTMLDivElement>(null);
  const { scroller, unseen, toBottom } = useBottomAnchor(props);

  useEffect(() => {
    const edge = top.current;
    if (!edge || !hasOlder || older !== "idle") return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) void loadOlder();
      },
      { root: scroller.current, rootMargin: "600px 0px 0px" },
    );
    observer.observe(edge);
    return () => observer.disconnect();
  }, [scroller, hasOlder, older, loadOlder]);

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        role="log"
        aria-label="Messages"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="flex h-full flex-col-reverse overflow-y-auto overscroll-contain [overflow-anchor:none] focus-visible:-outline-offset-3"
      >
        <div className="mt-auto w-full">
          <div
            ref={top}
            className="flex min-h-11 items-center justify-center text-sm text-ink-soft"
          >
            {older === "loading" ? <Spinner /> : null}
            {older === "failed" ? (
              <button
                type="button"
                className="min-h-11 px-4 font-semibold text-link"
                onClick={() => void loadOlder()}
              >
                Older messages did not load. Try again
              </button>
            ) : null}
          </div>
          {props.children}
        </div>
      </div>
      {unseen ? (
        <button
          type="button"
          onClick={toBottom}
          className="absolute bottom-3 left-1/2 flex min-h-11 -translate-x-1/2 animate-rise items-center gap-2 rounded-full bg-ink px-4 text-sm font-semibold text-paper shadow-high"
        >
          <ArrowDown aria-hidden="true" size={16} />
          New messages
        </button>
      ) : null}
    </div>
  );
}
