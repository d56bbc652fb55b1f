import { fieldsOf, textOf } from "@/lib/fields";
import { callApi } from "@/lib/http/call-api";
import { keepSubscription } from "@/lib/push/client/subscription";
import { registerWorker } from "@/lib/push/client/worker";

/**
 * Keeps the service worker of this browser, opens the page that a notification leads to, clears
 * what the app shows by itself once it is in view, and tells the server when it goes out of view.
 *
 * @param me - profile id of the signed-in person
 * @param open - shows a page of the app
 * @throws TypeError when the worker cannot be fetched
 */
export async function startWorkerHost(
  me: string,
  open: (path: string) => void,
): Promise<{ stop(): void }> {
  const worker = navigator.serviceWorker;
  const registration = await registerWorker();

  const onMessage = ({ data, ports }: MessageEvent) => {
    const { type, path } = fieldsOf(data);
    const wanted = textOf(path);
    if (type !== "open" || !wanted?.startsWith("/")) return;
    ports[0]?.postMessage("opened");
    open(wanted);
  };
  const clear = async () => {
    const shown = (await registration?.getNotifications()) ?? [];
    for (const notification of shown) notification.close();
  };
  const onView = () => {
    if (document.visibilityState === "visible") void clear();
    else void callApi("POST", "/api/presence/away", {}, { keepalive: true });
  };
  worker?.addEventListener("message", onMessage);
  document.addEventListener("visibilitychange", onView);
  if (document.visibilityState === "visible") void clear();
  void keepSubscription(me);
  return {
    stop() {
      worker?.removeEventListener("message", onMessage);
      document.removeEventListener("visibilitychange", onView);
    },
  };
}
