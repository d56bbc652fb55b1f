import {
  MediaStreamTrack,
  RTCPeerConnection,
  RTCRtpCodecParameters,
  RtpHeader,
  RtpPacket,
} from "werift";
import type { AudioEnd } from "./audio-end.ts";
import { loopbackIce } from "./loopback.ts";
import { type MediaLine, straightLine } from "./media-line.ts";
import type { MediaPacket } from "./packet.ts";
import { RtpStream } from "./rtp-stream.ts";

const opusPayloadType = 111;

const localOpus = {
  codecs: {
    audio: [
      new RTCRtpCodecParameters({
        mimeType: "audio/opus",
        clockRate: 48000,
        channels: 2,
        payloadType: opusPayloadType,
      }),
    ],
    video: [],
  },
  ...loopbackIce,
};

/** One browser's media connection, ended here as Twilio's media servers end it. */
export class Peer implements AudioEnd {
  readonly #stream = new RtpStream(48_000);
  readonly #listeners = new Set<(packet: MediaPacket) => void>();
  /** What its packets go over, both ways. */
  line: MediaLine = straightLine;
  #connection = this.#open();
  #track = this.#addTrack();

  /** A connection that waits for `accept`; `localSdp` is its complete offer. */
  static async offering(): Promise<Peer> {
    const peer = new Peer();
    await peer.#connection.setLocalDescription(await peer.#connection.createOffer());
    return peer;
  }

  /** A connection that answers a browser's offer; `localSdp` is the complete answer. */
  static async answering(offer: string): Promise<Peer> {
    const peer = new Peer();
    await peer.#answer(offer);
    return peer;
  }

  /** Offer or answer with every candidate in it: there is no trickle. */
  get localSdp(): string {
    return this.#connection.localDescription?.sdp ?? "";
  }

  /** Whether a description belongs to the connection that stands, and not to a new one. */
  knows(remoteSdp: string): boolean {
    return userFragment(remoteSdp) === userFragment(this.#connection.remoteDescription?.sdp ?? "");
  }

  async accept(answer: string): Promise<void> {
    await this.#connection.setRemoteDescription({ type: "answer", sdp: answer });
  }

  /**
   * Answers an offer that restarts ICE on the connection that stands (RFC 8445, 9).
   * `connected` settles once the browser, having the answer, is reached again.
   */
  async restartIce(offer: string): Promise<{ connected: Promise<unknown> }> {
    await this.#answer(offer);
    // werift leaves these checks out when DTLS is up already, and would send to nowhere.
    const checks = this.#connection.iceTransports.map((transport) => transport.start());
    return { connected: Promise.all(checks) };
  }

  /** Starts over with a page that has lost its connection; listeners stay. */
  async replace(offer: string): Promise<void> {
    const old = this.#connection;
    this.#connection = this.#open();
    this.#track = this.#addTrack();
    await Promise.all([old.close(), this.#answer(offer)]);
  }

  onPacket(listener: (packet: MediaPacket) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  play(packet: MediaPacket): void {
    const { sequence, timestamp } = this.#stream.place(packet, performance.now());
    // SSRC and payload type are the sender's own; werift fills them in.
    const header = new RtpHeader({
      marker: packet.marker,
      payloadType: opusPayloadType,
      sequenceNumber: sequence,
      timestamp,
    });
    this.line.carry(() => this.#track.writeRtp(new RtpPacket(header, packet.payload)));
  }

  async close(): Promise<void> {
    this.line.close();
    this.#listeners.clear();
    await this.#connection.close();
  }

  async #answer(offer: string): Promise<void> {
    await this.#connection.setRemoteDescription({ type: "offer", sdp: offer });
    await this.#connection.setLocalDescription(await this.#connection.createAnswer());
  }

  #open(): RTCPeerConnection {
    const connection = new RTCPeerConnection(localOpus);
    connection.onTrack.subscribe((track) => {
      track.onReceiveRtp.subscribe(({ header, payload }) => {
        const { sequenceNumber: sequence, timestamp, marker, ssrc: source } = header;
        const packet = { payload, sequence, timestamp, marker, source };
        this.line.carry(() => {
          for (const listener of this.#listeners) listener(packet);
        });
      });
    });
    return connection;
  }

  #addTrack(): MediaStreamTrack {
    const track = new MediaStreamTrack({ kind: "audio" });
    this.#connection.addTransceiver(track, { direction: "sendrecv" });
    return track;
  }
}

function userFragment(sdp: string): string | undefined {
  return /^a=ice-ufrag:(.*)$/m.exec(sdp)?.[1]?.trim();
}
