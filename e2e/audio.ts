import type { BrowserContext, Page } from "@playwright/test";

declare global {
  interface Window {
    __peerConnections: RTCPeerConnection[];
  }
}

/** Lets a journey look at the statistics of every peer connection the pages will make. */
export async function listenIn(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.__peerConnections = [];
    // Not a subclass: the video SDK takes the methods that it calls from the prototype's own.
    window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
      construct(original, [configuration]: [RTCConfiguration?]) {
        const connection = new original(configuration);
        window.__peerConnections.push(connection);
        return connection;
      },
    });
  });
}

/**
 * The energy of all sound that has come out of a page's calls so far: `totalAudioEnergy` of the
 * inbound streams (W3C webrtc-stats), which grows only while something can be heard.
 */
export async function heard(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let energy = 0;
    for (const connection of window.__peerConnections) {
      for (const report of (await connection.getStats()).values()) {
        if (report.type === "inbound-rtp" && report.kind === "audio")
          energy += report.totalAudioEnergy ?? 0;
      }
    }
    return energy;
  });
}
