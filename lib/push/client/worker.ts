/** What a page can do about notifications here. */
export type PushSupport =
  /** They can be switched on. */
  | "ready"
  /** iPhones and iPads want the app on the home screen first. */
  | "install-first"
  | "unsupported";

/** Whether the app runs in a window of its own, as one that was installed. */
export function isInstalled(): boolean {
  return matchMedia("(display-mode: standalone)").matches;
}

/** iPads call themselves Macs; no Mac has a touch screen. */
export function isAppleTouch(): boolean {
  const { userAgent, maxTouchPoints } = navigator;
  return /iPhone|iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
}

/** What this browser can do. */
export function pushSupport(): PushSupport {
  const has = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
  if (has) return "ready";
  return isAppleTouch() && !isInstalled() ? "install-first" : "unsupported";
}

/**
 * Registers the service worker, which shows notifications and a page when there is no network.
 * Again does nothing.
 *
 * @returns null where there are none
 */
export async function registerWorker(): Promise<ServiceWorkerRegistration | null> {
  if (!("serviceWorker" in navigator)) return null;
  return navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
}
