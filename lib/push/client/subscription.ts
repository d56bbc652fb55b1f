import { type ApiAnswer, callApi } from "@/lib/http/call-api";
import { registerWorker } from "@/lib/push/client/worker";

const path = "/api/push/subscriptions";
const savedKey = "duet-push-saved";
const saveAgainMs = 24 * 60 * 60 * 1000;

/** Why notifications could not be switched on. */
export type SubscribeProblem =
  /** The person, or their browser for them, has said no. */
  | "denied"
  /** The browser's push service does not answer. */
  | "no-service"
  /** Ours did not take it; the sentence may be shown. */
  | { sentence: string };

/** This browser's subscription; null when it has none. */
export async function currentSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker?.getRegistration();
  return (await registration?.pushManager?.getSubscription()) ?? null;
}

/**
 * Switches notifications on in this browser, asking the person if need be: to be called in a
 * gesture.
 *
 * @param publicKey - of the server, base64url
 * @returns null when they are on
 */
export async function subscribeHere(publicKey: string): Promise<SubscribeProblem | null> {
  if ((await Notification.requestPermission()) !== "granted") return "denied";
  const subscription = await subscribe(publicKey);
  if (!subscription) return "no-service";
  const answer = await save(subscription);
  return answer.ok ? null : { sentence: answer.error.message };
}

async function subscribe(publicKey: string): Promise<PushSubscription | null> {
  try {
    const registration = (await registerWorker()) && (await navigator.serviceWorker.ready);
    if (!registration) return null;
    const known = await registration.pushManager.getSubscription();
    if (known && isOf(known, publicKey)) return known;
    // It belongs to other keys, as after the server got new ones.
    await known?.unsubscribe();
    return await registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: publicKey,
    });
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

function isOf({ options }: PushSubscription, publicKey: string): boolean {
  const key = options.applicationServerKey;
  if (!key) return true;
  const text = btoa(String.fromCharCode(...new Uint8Array(key)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "") === publicKey;
}

async function save(subscription: PushSubscription): Promise<ApiAnswer> {
  const answer = await callApi("POST", path, subscription.toJSON());
  if (answer.ok) localStorage.setItem(savedKey, String(Date.now()));
  return answer;
}

/** Switches notifications off in this browser. @returns whether the server knows */
export async function unsubscribeHere(): Promise<boolean> {
  const subscription = await currentSubscription();
  if (!subscription) return true;
  localStorage.removeItem(savedKey);
  // First here: whatever the server then sends comes to nobody.
  await subscription.unsubscribe();
  return (await callApi("DELETE", path, { endpoint: subscription.endpoint })).ok;
}

/** Tells the server once a day that this browser is still there: it may have forgotten it. */
export async function keepSubscription(): Promise<void> {
  if (Date.now() - Number(localStorage.getItem(savedKey) ?? 0) < saveAgainMs) return;
  const subscription = await currentSubscription();
  if (subscription) await save(subscription);
}
