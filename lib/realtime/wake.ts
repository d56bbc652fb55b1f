const settleMs = 100;

/**
 * Calls back when this tab may have missed something: it becomes visible, the network returns, or
 * the browser brings it back from its page cache. Signals that come together count once.
 *
 * @returns stops it
 */
export function onWake(handler: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wake = () => {
    clearTimeout(timer);
    timer = setTimeout(handler, settleMs);
  };
  const onVisible = () => document.visibilityState === "visible" && wake();
  const onShow = (event: PageTransitionEvent) => event.persisted && wake();

  document.addEventListener("visibilitychange", onVisible);
  window.addEventListener("online", wake);
  window.addEventListener("pageshow", onShow);
  return () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", onVisible);
    window.removeEventListener("online", wake);
    window.removeEventListener("pageshow", onShow);
  };
}
