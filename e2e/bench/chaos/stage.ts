import { identityOf } from "../../../lib/twilio/identity.ts";
import type { Call } from "../../../sandbox/twilio/calls/call.ts";
import type { ApplicationResource, CallStatus } from "../../../sandbox/twilio/context.ts";
import type { Room } from "../../../sandbox/twilio/rooms/room.ts";
import type { Actor, Cast, Casting } from "./cast.ts";
import { silentLeg } from "./far-ends.ts";
import type { SilentTwilio } from "./silent-twilio.ts";

export const clientOf = ({ id }: Actor) => `client:${identityOf(id)}`;

/** What a row must say in the end, in words; its times and legs are read off Twilio. */
export interface Played {
  /** CallSid of the caller's leg, or RoomSid. */
  sid: string;
  ends: CallStatus;
  reason: string;
}

/** One kind of call, from the first ring to the end. */
export interface Scenario extends Casting {
  name: string;
  /** @param two - the first two of the cast: the caller, and whom they call */
  play(stage: Stage, cast: Cast, two: readonly [Actor, Actor]): Promise<Played[]>;
}

/** Milliseconds of a conversation: long enough to count in seconds. */
export const talkMs = 1_200;

/** Where scenarios are played: people act at Twilio and in the app, by its API. */
export class Stage {
  readonly twilio: SilentTwilio;
  readonly #appUrl: string;
  readonly #application: ApplicationResource;

  constructor(twilio: SilentTwilio, appUrl: string) {
    this.twilio = twilio;
    this.#appUrl = appUrl;
    const { applications, config } = twilio.context;
    const application = applications.get(config.twimlAppSid);
    if (!application) throw new Error("The account has no TwiML App.");
    this.#application = application;
  }

  /** A browser calls. */
  dial(caller: Actor, parameters: Record<string, string>, talking?: () => void): Call {
    return this.twilio.engine.callFromClient(
      {
        from: clientOf(caller),
        to: parameters.To ?? "",
        leg: silentLeg(talking && { talking }),
        parameters,
      },
      this.#application,
    );
  }

  /** A telephone calls a number of the account's. @param does - when it is to do something */
  telephone(from: string, to: string, does: Parameters<typeof silentLeg>[0]): Call {
    return this.twilio.engine.callFromPhone({ from, to, leg: silentLeg(does) });
  }

  hangUp(call: Call): void {
    this.twilio.engine.hangUp(call);
  }

  /** The legs that were dialled for a call. */
  childrenOf(sid: string): Call[] {
    const { engine } = this.twilio;
    return engine.list({ parentCallSid: sid }).flatMap(({ sid }) => engine.get(sid) ?? []);
  }

  callOf(sid: string): Call {
    const call = this.twilio.engine.get(sid);
    if (!call) throw new Error(`There is no call ${sid}.`);
    return call;
  }

  roomOf(sid: string): Room {
    const room = this.twilio.context.rooms.find(sid);
    if (!room) throw new Error(`There is no room ${sid}.`);
    return room;
  }

  /** A browser enters a room. @returns what takes it out as if it had lost its network */
  enter(sid: string, person: Actor): () => void {
    const room = this.roomOf(sid);
    const participant = room.connect(identityOf(person.id), { end: () => {} });
    participant.publish({ kind: "audio", name: "microphone", enabled: true });
    return () => room.disconnect(participant);
  }

  /** @throws Error when the app refuses */
  async ask<T>(person: Actor, path: string, body: object = {}): Promise<T> {
    const answer = await fetch(this.#appUrl + path, {
      method: "POST",
      headers: {
        authorization: `Bearer ${person.accessToken}`,
        "content-type": "application/json",
      },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
}

/** Resolves once a call is over at Twilio. */
export function over(call: Call): Promise<void> {
  return new Promise((resolve) => {
    if (call.ended.aborted) return resolve();
    call.ended.addEventListener("abort", () => resolve(), { once: true });
  });
}
