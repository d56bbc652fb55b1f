import {
  type PeerConfig,
  PictureLossIndication,
  type RTCDataChannel,
  RTCPeerConnection,
  RTCRtpCodecParameters,
  RTCRtpHeaderExtensionParameters,
  RTP_EXTENSION_URI,
  type RtcpPacket,
  RtcpPayloadSpecificFeedback,
  type RtpPacket,
  StunProtocol,
} from "werift";
import { heedCheck } from "./ice-path.ts";
import { Inlet } from "./inlet.ts";
import { loopbackIce } from "./loopback.ts";
import { type MediaLine, straightLine } from "./media-line.ts";
import { Outlet } from "./outlet.ts";
import { complete, readSections, restrict, userFragment } from "./sdp.ts";

/** Kilobits a second that everything a browser receives may come to, so that a laptop keeps up. */
const downlinkKbps = 1500;

/** Kilobits a second, enough for 640x360 and for a shared screen. */
const maxVideoKbps = 700;

/** The port that browsers give to SCTP (RFC 8841). */
const sctpPort = 5000;

const receiveBufferBytes = 1 << 20;

const audioLevel = RTP_EXTENSION_URI.audioLevelIndication;

const newConnection = (isOurs: PeerConfig["iceFilterStunResponse"]) =>
  new RTCPeerConnection({
    ...loopbackIce,
    iceFilterStunResponse: isOurs,
    // Answers the browser's checks and makes none: a busy machine would miss the replies for so
    // long that werift gives the path up (RFC 7675).
    iceLite: true,
    bundlePolicy: "max-bundle",
    codecs: {
      audio: [
        new RTCRtpCodecParameters({
          mimeType: "audio/opus",
          clockRate: 48000,
          channels: 2,
          payloadType: 111,
        }),
      ],
      video: [
        new RTCRtpCodecParameters({
          mimeType: "video/VP8",
          clockRate: 90000,
          payloadType: 96,
          rtcpFeedback: [{ type: "nack" }, { type: "nack", parameter: "pli" }],
        }),
      ],
    },
    headerExtensions: {
      audio: [new RTCRtpHeaderExtensionParameters({ uri: audioLevel })],
      video: [],
    },
  });

/**
 * One browser's media connection in a room. Descriptions go back and forth one at a time: whoever
 * uses it answers an offer, or awaits the answer to his own, before the next.
 */
export class RoomPeer {
  readonly #connection: RTCPeerConnection = newConnection((check, from, protocol) =>
    heedCheck(this.#connection.iceTransports, check, from, protocol),
  );
  readonly #inlets = new Map<string, Inlet>();
  readonly #outlets: Outlet[] = [];
  #inletBySsrc = new Map<number, Inlet>();
  /** Sections in which the browser sends. */
  #receiving = new Set<string>();
  /** Under which id each outlet stands in the offer that the browser has not answered yet. */
  #offered = new Map<Outlet, string | null>();
  #isTapped = false;
  /** How many share the downlink of each who receives what this browser sends. */
  company = 1;

  readonly #settle: (work: Promise<unknown>) => void;

  readonly #line: MediaLine;

  /**
   * @param settle takes the failure of work that nobody waits for
   * @param line what its packets go over, both ways
   */
  constructor(settle: (work: Promise<unknown>) => void, line: MediaLine = straightLine) {
    this.#settle = settle;
    this.#line = line;
    this.#connection.connectionStateChange.subscribe((state) => {
      if (state === "connected") this.#widen();
    });
  }

  /** Resolves once media can flow; never when the browser does not come. */
  get connected(): Promise<unknown> {
    if (this.#connection.connectionState === "connected") return Promise.resolve();
    return this.#connection.connectionStateChange.watch((state) => state === "connected");
  }

  /** What the browser publishes under this id, now or later. */
  inlet(trackId: string): Inlet {
    const known = this.#inlets.get(trackId);
    if (known) return known;
    const inlet = new Inlet();
    this.#inlets.set(trackId, inlet);
    return inlet;
  }

  dropInlet(trackId: string): void {
    this.#inlets.get(trackId)?.close();
    this.#inlets.delete(trackId);
  }

  /** A section to forward a track over; it counts from the next offer on. */
  outlet(kind: "audio" | "video"): Outlet {
    const free = this.#outlets.find(
      ({ isFree, transceiver }) => isFree && transceiver.kind === kind,
    );
    if (free) return free;
    const transceiver = this.#connection.addTransceiver(kind, { direction: "sendonly" });
    const outlet = new Outlet(transceiver, this.#line);
    this.#outlets.push(outlet);
    return outlet;
  }

  /** Part of the next offer; opens after its answer. */
  openChannel(label: string): RTCDataChannel {
    return this.#connection.createDataChannel(label);
  }

  /** Answers a browser's offer with every candidate in it: there is no trickle. */
  async answer(offer: string): Promise<string> {
    const before = this.#connection.remoteDescription?.sdp;
    const isRestart = before !== undefined && userFragment(before) !== userFragment(offer);
    this.#learn(offer);
    this.#setDirections();
    await this.#connection.setRemoteDescription({ type: "offer", sdp: restrict(offer) });
    await this.#connection.setLocalDescription(await this.#connection.createAnswer());
    this.#bind(offer);
    // werift leaves these checks out when DTLS is up already, and would send to nowhere.
    if (isRestart) {
      for (const transport of this.#connection.iceTransports) this.#settle(transport.start());
    }
    return this.#describe();
  }

  /** An offer with all that has been added and left since the last. */
  async offer(): Promise<string> {
    this.#setDirections();
    await this.#connection.setLocalDescription(await this.#connection.createOffer());
    this.#offered = new Map(this.#outlets.map((outlet) => [outlet, outlet.id]));
    return this.#describe();
  }

  async accept(answer: string): Promise<void> {
    const hadChannels = this.#connection.sctpRemotePort !== undefined;
    this.#learn(answer);
    await this.#connection.setRemoteDescription({ type: "answer", sdp: restrict(answer) });
    this.#bind(answer);
    // werift starts SCTP along with DTLS only, which is up by now.
    if (!hadChannels) await this.#connection.sctpTransport?.start(sctpPort);
    for (const [outlet, id] of this.#offered) outlet.negotiated(id);
  }

  async close(): Promise<void> {
    this.#line.close();
    for (const outlet of this.#outlets) outlet.detach();
    for (const inlet of this.#inlets.values()) inlet.close();
    await this.#connection.close();
  }

  /** Lets a second of media wait while the machine is busy: the usual buffer holds a tenth. */
  #widen(): void {
    for (const { connection } of this.#connection.iceTransports) {
      const protocol = connection.nominated?.protocol;
      if (protocol instanceof StunProtocol) {
        protocol.transport.socket.setRecvBufferSize(receiveBufferBytes);
      }
    }
  }

  #learn(description: string): void {
    const sending = readSections(description).filter(({ sends }) => sends);
    this.#receiving = new Set(sending.map(({ mid }) => mid));
  }

  /** The SDK sends in the sections in which it receives, when it has something to send. */
  #setDirections(): void {
    for (const { transceiver, id } of this.#outlets) {
      const receives = transceiver.mid !== null && this.#receiving.has(transceiver.mid);
      if (id === null) transceiver.setDirection(receives ? "recvonly" : "inactive");
      else transceiver.setDirection(receives ? "sendrecv" : "sendonly");
    }
  }

  /** Connects what arrives with the tracks it belongs to. */
  #bind(description: string): void {
    this.#inletBySsrc = new Map();
    for (const { mid, sends, trackId, ssrcs } of readSections(description)) {
      const transceiver = this.#connection.getTransceivers().find((each) => each.mid === mid);
      if (!sends || trackId === null || !transceiver) continue;
      const inlet = this.inlet(trackId);
      inlet.bind(ssrcs, (ssrc) => void transceiver.receiver.sendRtcpPLI(ssrc));
      for (const ssrc of ssrcs) this.#inletBySsrc.set(ssrc, inlet);
    }
    if (this.#isTapped) return;
    this.#isTapped = true;
    for (const transport of this.#connection.dtlsTransports) {
      transport.onRtp.subscribe((packet) => this.#receive(packet));
      transport.onRtcp.subscribe((packet) => this.#heed(packet));
    }
  }

  #receive(packet: RtpPacket): void {
    const inlet = this.#inletBySsrc.get(packet.header.ssrc);
    if (!inlet) return;
    // The audio level is the one extension that is negotiated, and for sound alone.
    const level = packet.header.extensions[0]?.payload[0];
    const loudness = level === undefined ? undefined : level & 0x7f;
    this.#line.carry(() => inlet.receive(packet, loudness));
  }

  /** werift hands a request for a key frame to the wrong side when the browser sends, too. */
  #heed(packet: RtcpPacket): void {
    if (!(packet instanceof RtcpPayloadSpecificFeedback)) return;
    if (!(packet.feedback instanceof PictureLossIndication)) return;
    const { mediaSsrc } = packet.feedback;
    this.#outlets.find(({ ssrc }) => ssrc === mediaSsrc)?.requestKeyFrame();
  }

  #describe(): string {
    const carrying = this.#outlets.flatMap(({ id, transceiver: { mid } }) =>
      id === null || mid === null ? [] : [[mid, id] as const],
    );
    const sdp = this.#connection.localDescription?.sdp ?? "";
    const fairShare = Math.round(downlinkKbps / Math.max(1, this.company));
    return complete(sdp, new Map(carrying), Math.min(maxVideoKbps, fairShare));
  }
}
