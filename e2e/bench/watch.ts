import type { BrowserContext } from "@playwright/test";

interface Watch {
  /** When what is waited for was seen, by name, in milliseconds since 1970. */
  at: Partial<Record<string, number>>;
  /** Forgets the last round; a new one begins. */
  begin(): void;
  /** Notes as `heard` when the tone of the other side comes out. */
  listen(): void;
  /** Notes as `shown` when a text is in the conversation. */
  await(text: string): void;
}

declare global {
  interface Window {
    watch: Watch;
  }
}

/**
 * Puts stopwatches into the pages of a context. All pages of a machine share its clock, so moments
 * of two of them can be compared. Clicks are noted by the name of the button, the dialog of an
 * incoming call as `rang` once it is painted, the first frame of any video as `saw`.
 */
export async function watch(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    let streams: MediaStream[] = [];
    let awaited: string | null = null;
    const note = (name: string) => {
      window.watch.at[name] ??= Date.now();
    };
    const painted = (action: () => void) => requestAnimationFrame(() => setTimeout(action));

    window.watch = {
      at: {},
      begin() {
        window.watch.at = {};
        streams = [];
        awaited = null;
      },
      listen() {
        const audio = new AudioContext();
        const heard = new Float32Array(256);
        const ears = new Map<MediaStream, AnalyserNode>();
        const timer = setInterval(() => {
          for (const stream of streams) {
            if (ears.has(stream)) continue;
            const ear = new AnalyserNode(audio, { fftSize: heard.length });
            audio.createMediaStreamSource(stream).connect(ear);
            ears.set(stream, ear);
          }
          for (const ear of ears.values()) {
            ear.getFloatTimeDomainData(heard);
            if (!heard.some((sample) => sample !== 0)) continue;
            note("heard");
            clearInterval(timer);
            void audio.close();
            return;
          }
        }, 4);
      },
      await(text) {
        awaited = text;
      },
    };

    document.addEventListener(
      "click",
      ({ target }) => {
        const button = target instanceof Element ? target.closest("button") : null;
        note(button?.ariaLabel ?? button?.textContent ?? "");
      },
      { capture: true },
    );

    const seen = new WeakSet<Element>();
    new MutationObserver(() => {
      for (const video of document.querySelectorAll("video")) {
        if (seen.has(video)) continue;
        seen.add(video);
        video.requestVideoFrameCallback(() => note("saw"));
      }
      if (!window.watch.at.rang && document.querySelector("[role=dialog]"))
        painted(() => note("rang"));
      if (awaited && document.querySelector("[role=log]")?.textContent?.includes(awaited))
        note("shown");
    }).observe(document, { childList: true, subtree: true, characterData: true });

    // A proxy, since the Video SDK takes the methods it finds on a connection's own prototype.
    window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
      construct(target, args, newTarget) {
        const connection: RTCPeerConnection = Reflect.construct(target, args, newTarget);
        connection.addEventListener("track", ({ track }) => streams.push(new MediaStream([track])));
        return connection;
      },
    });
  });
}
