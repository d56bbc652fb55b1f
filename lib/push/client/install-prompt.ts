import { createCell, type Observable } from "@/lib/cell";

/** Chrome's offer to install the app; not in the type definitions, since other browsers have none. */
interface InstallOffer extends Event {
  prompt(): Promise<{ outcome: "accepted" | "dismissed" }>;
}

const offer = createCell<InstallOffer | null>(null);

/** The browser's offer to install the app, once it has made one. */
export const installOffer: Observable<InstallOffer | null> = offer;

const isOffer = (event: Event): event is InstallOffer => "prompt" in event;

/** Keeps the offer, which comes once and early. @returns stops it */
export function watchInstallOffer(): () => void {
  const onOffer = (event: Event) => {
    if (!isOffer(event)) return;
    // The browser would ask by itself, at a time of its own choice.
    event.preventDefault();
    offer.update(() => event);
  };
  const forget = () => offer.update(() => null);
  window.addEventListener("beforeinstallprompt", onOffer);
  window.addEventListener("appinstalled", forget);
  return () => {
    window.removeEventListener("beforeinstallprompt", onOffer);
    window.removeEventListener("appinstalled", forget);
  };
}

/** Has the browser ask whether to install. An offer is good for one question. @returns whether it was accepted */
export async function acceptInstallOffer(): Promise<boolean> {
  const now = offer.getSnapshot();
  offer.update(() => null);
  return (await now?.prompt())?.outcome === "accepted";
}
