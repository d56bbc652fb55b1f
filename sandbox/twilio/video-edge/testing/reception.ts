/** What a browser says of a track that it receives. */
export interface Inbound {
  kind: string;
  trackIdentifier: string;
  framesDecoded?: number;
  frameWidth?: number;
  frameHeight?: number;
  totalAudioEnergy?: number;
}

const patienceMs = 25_000;

/** Statistics of many connections at every frame would be most of the work. */
const pollMs = 100;

/**
 * @param told what there was instead, for whoever finds out why it was waited in vain
 * @throws Error when it has not come true within the limit
 */
export async function until(
  isSo: () => Promise<boolean>,
  told = async (): Promise<string> => "",
  limitMs = patienceMs,
): Promise<void> {
  const end = performance.now() + limitMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`Waited in vain ${await told()}`);
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

/** What is received over the connections, track by track. */
export async function readInbound(connections: readonly RTCPeerConnection[]): Promise<Inbound[]> {
  const stats = await Promise.all(connections.map((each) => each.getStats()));
  return stats
    .flatMap((each): Inbound[] => [...each.values()])
    .filter((report) => "framesDecoded" in report || "totalAudioEnergy" in report);
}
