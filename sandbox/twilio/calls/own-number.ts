import { Listeners } from "../listeners.ts";
import type { MediaPacket } from "../media/packet.ts";
import type { Call } from "./call.ts";
import type { CallEngine } from "./engine.ts";
import { type Endpoint, type Leg, unattendedLeg } from "./leg.ts";

/** A number of the account's that the account itself calls: the call comes in again. */
export function ownNumberEndpoint(engine: Pick<CallEngine, "callFromPhone" | "hangUp">): Endpoint {
  return {
    ring(call, _parameters, observer) {
      const [outgoing, incoming] = patchCable();
      const inbound: Call = engine.callFromPhone({
        from: call.from,
        to: call.to,
        leg: {
          ...incoming,
          ringing: () => observer.ringing(),
          answer: () => {
            observer.answered({ ...outgoing, hangUp: () => engine.hangUp(inbound) });
          },
          hangUp: () => {
            if (call.isAnswered) engine.hangUp(call);
            else observer.failed(inbound.status === "busy" ? "busy" : "no-answer");
          },
        },
      });
      observer.ringing();
      return () => engine.hangUp(inbound);
    },
  };
}

interface CableEnd {
  packets: Listeners<MediaPacket>;
  digits: Listeners<string>;
}

/** Two ends that hear the sound and the keys of each other. */
function patchCable(): [Leg, Leg] {
  const one = { packets: new Listeners<MediaPacket>(), digits: new Listeners<string>() };
  const other = { packets: new Listeners<MediaPacket>(), digits: new Listeners<string>() };
  return [legAt(one, other), legAt(other, one)];
}

function legAt(own: CableEnd, other: CableEnd): Leg {
  const audio = {
    onPacket: (listener: (packet: MediaPacket) => void) => own.packets.add(listener),
    play: (packet: MediaPacket) => other.packets.tell(packet),
  };
  return {
    ...unattendedLeg(audio),
    onDigit: (listener) => own.digits.add(listener),
    hearDigit: (digit) => other.digits.tell(digit),
  };
}
