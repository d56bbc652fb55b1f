import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

/** Closer to the end than this counts as reading the newest message, in CSS pixels. */
const nearPx = 80;

interface BottomAnchorInput {
  newestId: string | undefined;
  newestIsMine: boolean;
  pendingCount: number;
  typing: boolean;
  onSeen: () => void;
}

/**
 * Holds the reader's place in a column-reverse scroller when something is added at its end: at the
 * end it follows, further up it stays and says that there is something new.
 */
export function useBottomAnchor(input: BottomAnchorInput) {
  const { newestId, newestIsMine, pendingCount, typing, onSeen } = input;
  const scroller = useRef<HTMLDivElement>(null);
  const before = useRef({ newestId, pendingCount, typing, height: 0 });
  const [unseen, setUnseen] = useState(false);

  const isNear = useCallback(() => Math.abs(scroller.current?.scrollTop ?? 0) < nearPx, []);
  const toBottom = useCallback(() => {
    scroller.current?.scrollTo({ top: 0, behavior: "smooth" });
  }, []);

  // On every rendering, so that the height is known before whatever is added next.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const last = before.current;
    before.current = { newestId, pendingCount, typing, height: element.scrollHeight };
    const arrived = newestId !== last.newestId;
    if (!arrived && pendingCount === last.pendingCount && typing === last.typing) return;
    if (pendingCount > last.pendingCount) element.scrollTop = 0;
    else if (!isNear()) {
      element.scrollTop -= element.scrollHeight - last.height;
      if (arrived && !newestIsMine) setUnseen(true);
    }
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new message is to be seen anew
  useEffect(() => {
    const element = scroller.current;
    const look = () => {
      if (!isNear()) return;
      setUnseen(false);
      if (document.visibilityState === "visible" && document.hasFocus()) onSeen();
    };
    look();
    element?.addEventListener("scroll", look, { passive: true });
    document.addEventListener("visibilitychange", look);
    window.addEventListener("focus", look);
    return () => {
      element?.removeEventListener("scroll", look);
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("focus", look);
    };
  }, [newestId, isNear, onSeen]);

  return { scroller, unseen, toBottom };
}
