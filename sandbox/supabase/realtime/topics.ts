import { Presence } from "./presence.ts";
import { type Broadcast, broadcastSchema } from "./protocol.ts";

/** A client that has joined a topic. */
export interface Subscriber {
  receives: { broadcast: boolean; presence: boolean };
  push(event: string, payload: unknown): void;
}

/** The members of one topic. A private topic shares nothing with the public one of its name. */
export class Topic {
  readonly #subscribers = new Set<Subscriber>();
  readonly presence = new Presence();

  get isEmpty(): boolean {
    return this.#subscribers.size === 0;
  }

  add(subscriber: Subscriber): void {
    this.#subscribers.add(subscriber);
  }

  remove(subscriber: Subscriber): void {
    this.#subscribers.delete(subscriber);
    this.untrack(subscriber);
  }

  broadcast(message: Broadcast, except?: Subscriber): void {
    for (const subscriber of this.#subscribers) {
      if (subscriber !== except && subscriber.receives.broadcast) {
        subscriber.push("broadcast", message);
      }
    }
  }

  track(subscriber: Subscriber, key: string, payload: Record<string, unknown>): void {
    this.#pushDiff(this.presence.track(subscriber, key, payload));
  }

  untrack(subscriber: Subscriber): void {
    const diff = this.presence.untrack(subscriber);
    if (diff) this.#pushDiff(diff);
  }

  #pushDiff(diff: unknown): void {
    for (const subscriber of this.#subscribers) {
      if (subscriber.receives.presence) subscriber.push("presence_diff", diff);
    }
  }
}

/** All topics that anybody has joined. */
export class Topics {
  readonly #topics = new Map<string, Topic>();

  join(name: string, isPrivate: boolean, subscriber: Subscriber): Topic {
    const key = keyOf(name, isPrivate);
    const topic = this.#topics.get(key) ?? new Topic();
    this.#topics.set(key, topic);
    topic.add(subscriber);
    return topic;
  }

  leave(name: string, isPrivate: boolean, subscriber: Subscriber): void {
    const key = keyOf(name, isPrivate);
    const topic = this.#topics.get(key);
    topic?.remove(subscriber);
    if (topic?.isEmpty) this.#topics.delete(key);
  }

  /** Calls back, within this process, with each broadcast on a private topic. */
  listen(name: string, listener: (event: string, payload: unknown) => void): () => void {
    const subscriber: Subscriber = {
      receives: { broadcast: true, presence: false },
      push: (_event, message) => {
        const { event, payload } = broadcastSchema.parse(message);
        listener(event, payload);
      },
    };
    this.join(name, true, subscriber);
    return () => this.leave(name, true, subscriber);
  }

  broadcast(name: string, isPrivate: boolean, message: Broadcast): void {
    this.#topics.get(keyOf(name, isPrivate))?.broadcast(message);
  }
}

function keyOf(name: string, isPrivate: boolean): string {
  return `${isPrivate ? "private" : "public"}:${name}`;
}
