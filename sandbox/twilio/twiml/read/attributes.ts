import type { Callback, Method } from "../verbs.ts";
import type { XmlElement } from "../xml.ts";

type Attributes = XmlElement["attributes"];

/** The method of a callback: POST unless GET is asked for. */
export function methodOf(value: string | undefined): Method {
  return value?.toUpperCase() === "GET" ? "GET" : "POST";
}

/** A number that is not negative, or what stands in for it. */
export function numberOf(value: string | undefined, fallback: number): number {
  const parsed = Number(value ?? fallback);
  return Number.isFinite(parsed) && parsed >= 0 ? parsed : fallback;
}

/** Twilio stops after a thousand times when asked to go on for ever. */
export function loopOf(value: string | undefined): number {
  return numberOf(value, 1) || 1000;
}

/** `statusCallback`, or another name, with its `Method` and `Event` beside it. */
export function callbackOf(attributes: Attributes, name: string): Callback {
  return {
    url: attributes[name] ?? null,
    method: methodOf(attributes[`${name}Method`]),
    events: (attributes[`${name}Event`] ?? "completed").split(/[\s,]+/),
  };
}
