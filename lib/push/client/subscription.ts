import { type ApiAnswer, callApi } from "@/lib/http/call-api";
import { registerWorker } from "@/lib/push/client/worker";

const path = "/api/push/subscriptions";
/** This person wants notifications here: who signs in here after them has chosen nothing. */
const wantedKey = (me: string) => `duet-push:${me}`;
/** The server knows, as far as this tab has told it. Signing out clears it, here and on the server. */
const toldKey = "duet-push-told";

/** Why notifications could not be switched on. */
export type SubscribeProblem =
  /** The person, or their browser for them, has said no. */
  | "denied"
  /** The browser's push service does not answer. */
  | "no-service"
  /** Ours did not take it; the sentence may be shown. */
  | { sentence: string };

/** Whether this person has notifications here. @param me - profile id */
export async function isSubscribedHere(me: string): Promise<boolean> {
  return localStorage.getItem(wantedKey(me)) !== null && (await currentSubscription()) !== null;
}

async function currentSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker?.getRegistration();
  return (await registration?.pushManager?.getSubscription()) ?? null;
}

/**
 * Switches notifications on in this browser, asking the person if need be: to be called in a
 * gesture.
 *
 * @param me - profile id
 * @param publicKey - of the server, base64url
 * @returns null when they are on
 */
export async function subscribeHere(
  me: string,
  publicKey: string,
): Promise<SubscribeProblem | null> {
  if ((await Notification.requestPermission()) !== "granted") return "denied";
  const subscription = await subscribe(publicKey);
  if (!subscription) return "no-service";
  const answer = await save(me, subscription);
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

async function save(me: string, subscription: PushSubscription): Promise<ApiAnswer> {
  const answer = await callApi("POST", path, subscription.toJSON());
  if (answer.ok) remember(me);
  return answer;
}

/** Switches notifications off in this browser. @returns whether the server knows */
export async function unsubscribeHere(me: string): Promise<boolean> {
  localStorage.removeItem(wantedKey(me));
  const subscription = await currentSubscription();
  if (!subscription) return true;
  // First here: whatever the server then sends comes to nobody.
  await subscription.unsubscribe();
  return (await callApi("DELETE", path, { endpoint: subscription.endpoint })).ok;
}

/** Tells the server, once in a tab, that this person's browser is still there: it may have forgotten it. */
export async function keepSubscription(me: string): Promise<void> {
  if (localStorage.getItem(wantedKey(me)) === null || sessionStorage.getItem(toldKey) === me)
    return;
  const subscription = await currentSubscription();
  if (subscription) await save(me, subscription);
}

function remember(me: string) {
  localStorage.setItem(wantedKey(me), "yes");
  sessionStorage.setItem(toldKey, me);
}
