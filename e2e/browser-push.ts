import { type BrowserContext, expect, type Page, type Worker } from "@playwright/test";
import { appUrl } from "./addresses.ts";
import type { FakeSubscription } from "./push-service.ts";

/**
 * Gives a browser a subscription with the journeys' own push service: the makers' are out of reach.
 * Everything else, from the question for permission on, is the browser's.
 */
export async function usePushService(
  context: BrowserContext,
  subscription: FakeSubscription,
): Promise<void> {
  await context.grantPermissions(["microphone", "camera", "notifications"]);
  await context.addInitScript((given) => {
    const key = "fake-subscription";
    const found = () =>
      localStorage.getItem(key)
        ? {
            endpoint: given.endpoint,
            options: { userVisibleOnly: true, applicationServerKey: null },
            toJSON: () => given,
            unsubscribe: async () => {
              localStorage.removeItem(key);
              return true;
            },
          }
        : null;
    Object.assign(PushManager.prototype, {
      subscribe: async () => {
        localStorage.setItem(key, "yes");
        return found();
      },
      getSubscription: async () => found(),
    });
  }, subscription);
}

/** The app's service worker in a browser, once it runs. */
async function workerOf(context: BrowserContext): Promise<Worker> {
  const isOurs = (worker: Worker) => worker.url() === `${appUrl}/sw.js`;
  const running = context.serviceWorkers().find(isOurs);
  return running ?? context.waitForEvent("serviceworker", isOurs);
}

/** Hands the service worker what has come for its browser, as the push service would. */
export async function deliver(page: Page, payload: object): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const registrationId = new Promise<string>((resolve) => {
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL === `${appUrl}/`);
      if (ours) resolve(ours.registrationId);
    });
  });
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.deliverPushMessage", {
    origin: appUrl,
    registrationId: await registrationId,
    data: JSON.stringify(payload),
  });
  await session.detach();
}

/** What stands in a device's list of notifications. */
export async function notificationsIn(
  context: BrowserContext,
): Promise<{ title: string; body: string }[]> {
  const worker = await workerOf(context);
  return worker.evaluate(async () => {
    // A service worker's own global, of which the journeys' types know nothing.
    const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration };
    const shown = await registration.getNotifications();
    return shown.map(({ title, body }) => ({ title, body }));
  });
}

/** Waits until a device shows just these notifications, by their titles. */
export async function expectNotifications(
  context: BrowserContext,
  titles: string[],
): Promise<void> {
  await expect
    .poll(async () => (await notificationsIn(context)).map(({ title }) => title))
    .toEqual(titles);
}
