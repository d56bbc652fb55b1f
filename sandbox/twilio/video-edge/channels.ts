import type { RTCDataChannel } from "werift";
import { z } from "zod";
import type { RoomPeer } from "../media/room-peer.ts";
import { parseJson } from "../parse-json.ts";
import type { RoomState } from "./messages.ts";

/** What the edge can talk about beside the socket; the SDK's other channels stay off. */
const names = ["active_speaker", "network_quality", "render_hints", "track_switch_off"] as const;

type ChannelName = (typeof names)[number];

const share = z.object({ fractionLost: z.number().nullish() });

/** As the SDK's `renderhintssignaling.js` and `networkqualitysignaling.js` write them. */
const messageSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ready") }),
  z.object({
    type: z.literal("render_hints"),
    subscriber: z.object({
      id: z.number(),
      hints: z.array(z.object({ track: z.string(), enabled: z.boolean().optional() })),
    }),
  }),
  z.object({
    type: z.literal("network_quality"),
    ice: z.object({ rtt: z.number().nullish() }),
    audio: z.object({ recv: share }),
    video: z.object({ recv: share }),
    reportLevel: z.number().default(0),
    remoteReportLevel: z.number().default(0),
  }),
]);

export type ChannelMessage = z.infer<typeof messageSchema>;
export type NetworkReport = Extract<ChannelMessage, { type: "network_quality" }>;
export type RenderHints = Extract<ChannelMessage, { type: "render_hints" }>["subscriber"];

/** The data channels on which an SDK hears of speakers, quality and tracks that are off. */
export class Channels {
  readonly #wanted: ChannelName[];
  readonly #open = new Map<ChannelName, RTCDataChannel>();

  /** @param requested what the SDK names in its `connect` */
  constructor(requested: Readonly<Record<string, unknown>>) {
    this.#wanted = names.filter((name) => name in requested);
  }

  /** Tells the SDK under which labels to expect them. */
  announce(): NonNullable<RoomState["media_signaling"]> {
    const entry = (label: string) => ({ transport: { type: "data-channel", label } as const });
    return Object.fromEntries(this.#wanted.map((name) => [name, entry(name)]));
  }

  /** Makes them part of the next offer. */
  add(peer: RoomPeer, heed: (message: ChannelMessage) => void): void {
    for (const name of this.#wanted) {
      const channel = peer.openChannel(name);
      this.#open.set(name, channel);
      channel.onMessage.subscribe((data) => {
        const message = messageSchema.safeParse(parseJson(String(data)));
        if (message.success) heed(message.data);
      });
    }
  }

  /** Sends once the channel is open; nothing is sent on one that the SDK has not asked for. */
  send(name: ChannelName, message: Record<string, unknown>): void {
    const channel = this.#open.get(name);
    const text = JSON.stringify({ type: name, ...message });
    if (channel?.readyState === "open") channel.send(text);
    else
      channel?.stateChanged.once((state) => {
        // One channel opens after the other, and the SDK may speak as soon as the first has.
        if (state === "open") channel.send(text);
      });
  }
}
