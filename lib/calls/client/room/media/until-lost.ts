import { isHandheld } from "@/lib/calls/client/room/media/platform";

/** Milliseconds. The SDK reopens by itself what iOS takes away, as soon as the page is seen again. */
const handheldGraceMs = 1_500;
const graceMs = 250;

function untilVisible(): Promise<void> {
  if (document.visibilityState === "visible") return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener("visibilitychange", () => resolve(), { once: true });
  });
}

/** Resolves when it is worth looking whether a device that stopped is really gone. */
export async function untilLost(): Promise<void> {
  await untilVisible();
  await new Promise((resolve) => setTimeout(resolve, isHandheld() ? handheldGraceMs : graceMs));
}
