const lineEnd = "\r\n";

/** What the forwarding unit has to know of one audio or video section of a browser's SDP. */
export interface MediaSection {
  mid: string;
  kind: "audio" | "video";
  /** Whether the browser sends in it. */
  sends: boolean;
  /** The SDK's id of the track it sends. */
  trackId: string | null;
  /** SSRCs of what it sends: one, or one for each simulcast layer, the smallest picture first. */
  ssrcs: number[];
}

/** Reads a browser's description, as the SDK has completed it with its track ids. */
export function readSections(sdp: string): MediaSection[] {
  return split(sdp)
    .slice(1)
    .flatMap((text) => {
      const kind = /^m=(audio|video) /.exec(text)?.[1];
      const mid = midOf(text);
      if ((kind !== "audio" && kind !== "video") || mid === undefined) return [];
      const layers = /^a=ssrc-group:SIM (.*)$/m.exec(text)?.[1]?.trim().split(" ");
      const only = /^a=ssrc:(\d+) /m.exec(text)?.[1];
      return {
        mid,
        kind,
        sends: /^a=send(recv|only)\r?$/m.test(text),
        trackId: /^a=msid:\S+ (\S+)/m.exec(text)?.[1] ?? null,
        ssrcs: (layers ?? (only === undefined ? [] : [only])).map(Number),
      };
    });
}

/** Milliseconds of sound in a packet; a third of the usual number spares a busy machine a lot. */
const packetMs = 60;

/**
 * Completes a description of werift's for the SDK: names the track that a section carries, and
 * says how much the browser may send in one.
 * @param trackIds id of the track by `mid`
 * @param maxVideoKbps kilobits a second, for each video track
 */
export function complete(
  sdp: string,
  trackIds: ReadonlyMap<string, string>,
  maxVideoKbps: number,
): string {
  return split(sdp)
    .map((text) => {
      const mid = midOf(text);
      const trackId = mid === undefined ? undefined : trackIds.get(mid);
      const named = trackId === undefined ? text : `${text}a=msid:- ${trackId}${lineEnd}`;
      if (named.startsWith("m=audio")) return `${named}a=ptime:${packetMs}${lineEnd}`;
      if (!named.startsWith("m=video")) return named;
      // A line's end is left where it is: `$` stands before it.
      return named.replace(/^c=.*$/m, `$&${lineEnd}b=AS:${maxVideoKbps}`);
    })
    .join("");
}

/**
 * Leaves of a browser's description what is to be negotiated: werift takes up any feedback that is
 * offered, and would send reports of congestion without the numbers they are made of.
 */
export function restrict(sdp: string): string {
  return sdp.replace(/^a=rtcp-fb:(?!\S+ nack\b).*\r?\n/gm, "");
}

/** The session part and the sections, each ended by a line end. */
function split(sdp: string): string[] {
  return sdp.split(/^(?=m=)/m);
}

function midOf(text: string): string | undefined {
  return /^a=mid:(\S+)/m.exec(text)?.[1];
}

/** Changes with a restart of ICE, or with a new connection. */
export function userFragment(sdp: string): string | undefined {
  return /^a=ice-ufrag:(.*)$/m.exec(sdp)?.[1]?.trim();
}
