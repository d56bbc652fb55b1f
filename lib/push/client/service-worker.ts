/// <reference lib="webworker" />
// Served as /sw.js with the types left out: nothing but types may be imported here.
import type { PushPayload } from "../payload";

declare const self: ServiceWorkerGlobalScope;

const offlineCache = "duet-offline-1";
const offlinePage = "/offline.html";
const ackMs = 1000;

self.addEventListener("install", (event) => event.waitUntil(prepare()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  // Pages are never kept: what is private stays in no cache, and what is shown is current.
  if (event.request.mode === "navigate") event.respondWith(visit(event));
});
self.addEventListener("push", (event) => event.waitUntil(tell(event.data?.json())));
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.path));
});
self.addEventListener("pushsubscriptionchange", (event) => {
  event.waitUntil(renew(event));
});

async function prepare() {
  const cache = await caches.open(offlineCache);
  await cache.addAll([offlinePage, "/icon.svg"]);
  await self.skipWaiting();
}

async function takeOver() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("duet-") && name !== offlineCache);
  await Promise.all(old.map((name) => caches.delete(name)));
  // Otherwise each visit to a page would wait for this worker to start.
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

async function visit(event: FetchEvent): Promise<Response> {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return (await caches.match(offlinePage)) ?? Response.error();
  }
}

async function tell(payload: PushPayload) {
  // A page in view tells by itself, and rings. Safari wants to see a notification for each push.
  if (payload.type !== "test" && !isSafari() && (await isInView())) return closeAll(payload.tag);
  await show(payload);
  if (payload.type === "over") await closeAll(payload.tag);
}

async function show({ type, tag, title, body, path, at }: PushPayload) {
  const isCall = type === "call";
  await self.registration.showNotification(title, {
    body,
    tag,
    icon: "/icon-192.png",
    badge: "/badge.png",
    data: { path },
    silent: type === "over",
    requireInteraction: isCall,
    // Not all of them in the type definitions; browsers pass over what they do not know.
    ...{ timestamp: at, renotify: type !== "over", ...(isCall && { vibrate: ring() }) },
  });
}

/** Milliseconds on and off, as a telephone rings. */
function ring(): number[] {
  return Array.from({ length: 6 }, () => [700, 500]).flat();
}

async function closeAll(tag: string) {
  for (const notification of await self.registration.getNotifications({ tag })) {
    notification.close();
  }
}

function isSafari(): boolean {
  return /AppleWebKit/.test(navigator.userAgent) && !/Chrom(e|ium)\//.test(navigator.userAgent);
}

async function isInView(): Promise<boolean> {
  return (await pages()).some((page) => page.visibilityState === "visible");
}

function pages() {
  return self.clients.matchAll({ type: "window", includeUncontrolled: true });
}

/** Shows a page of the app, in a window of it if there is one: a call there goes on. */
async function open(path: string) {
  const all = await pages();
  const page = all.find(({ focused }) => focused) ?? all[0];
  if (!page) return self.clients.openWindow(path);
  const taken = ask(page, path);
  const focused = await page.focus();
  if (await taken) return focused;
  // A page outside of the signed-in app, or one that hangs.
  return page.navigate(path).catch(() => self.clients.openWindow(path));
}

function ask(page: WindowClient, path: string): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => resolve(true);
    setTimeout(resolve, ackMs, false);
    page.postMessage({ type: "open", path }, [port2]);
  });
}

async function renew({ oldSubscription, newSubscription }: PushSubscriptionChangeEvent) {
  const key = oldSubscription?.options.applicationServerKey;
  const fresh =
    newSubscription ??
    (key &&
      (await self.registration.pushManager.subscribe({
        userVisibleOnly: true,
        applicationServerKey: key,
      })));
  if (!fresh) return;
  await fetch("/api/push/subscriptions", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...fresh.toJSON(), replaces: oldSubscription?.endpoint }),
  });
}
