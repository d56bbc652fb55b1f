import type { RoomPeer } from "../media/room-peer.ts";
import { type ChannelMessage, Channels, type NetworkReport, type RenderHints } from "./channels.ts";
import type { Conference, Member } from "./conference.ts";
import { rate } from "./network-quality.ts";
import type { Subscriptions } from "./subscriptions.ts";

/** What one SDK and the edge tell each other of speakers, quality and tracks that are not shown. */
export class MediaSignals {
  readonly #conference: Conference;
  readonly #member: Member;
  readonly #subscriptions: Subscriptions;
  readonly #channels: Channels;
  #isOpen = false;

  constructor(
    conference: Conference,
    member: Member,
    subscriptions: Subscriptions,
    requested: Readonly<Record<string, unknown>>,
  ) {
    this.#conference = conference;
    this.#member = member;
    this.#subscriptions = subscriptions;
    this.#channels = new Channels(requested);
  }

  announce() {
    return this.#channels.announce();
  }

  /** Makes the channels part of the next offer, the first time. */
  open(peer: RoomPeer): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#channels.add(peer, (message) => this.#heed(message));
  }

  tellSpeaker(): void {
    this.#channels.send("active_speaker", { participant: this.#conference.speaker });
  }

  #heed(message: ChannelMessage): void {
    if (message.type === "ready") this.tellSpeaker();
    else if (message.type === "render_hints") this.#show(message.subscriber);
    else this.#rate(message);
  }

  /** Leaves out what the page does not show, and says so. */
  #show({ id, hints }: RenderHints): void {
    const results = hints.map(({ track, enabled }) => {
      if (enabled === undefined) return { track, result: "OK" };
      const isKnown = this.#subscriptions.setShown(track, enabled);
      return { track, result: isKnown ? "OK" : "UNKNOWN_TRACK" };
    });
    const switched = (on: boolean) =>
      hints.filter(({ enabled }) => enabled === on).map(({ track }) => track);
    this.#channels.send("render_hints", { subscriber: { id, hints: results } });
    this.#channels.send("track_switch_off", { off: switched(false), on: switched(true) });
  }

  #rate(report: NetworkReport): void {
    const levels = rate(report);
    this.#conference.quality.set(this.#member.participant.sid, levels.level);
    const others = this.#conference.othersOf(this.#member);
    this.#channels.send("network_quality", {
      local: report.reportLevel > 1 ? levels : levels.level,
      remotes:
        report.remoteReportLevel > 0
          ? others.flatMap(({ sid }) => {
              const level = this.#conference.quality.get(sid);
              return level === undefined ? [] : [{ sid, level }];
            })
          : [],
    });
  }
}
