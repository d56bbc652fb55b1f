import type { DialRecording, DialTarget, DialVerb } from "../verbs.ts";
import type { XmlElement } from "../xml.ts";
import { callbackOf, methodOf, numberOf } from "./attributes.ts";

/** @see https://www.twilio.com/docs/voice/twiml/dial */
export function readDial({ attributes, text, children }: XmlElement): DialVerb {
  const nouns = children.filter(({ name }) => name === "Client" || name === "Number");
  if (text) nouns.push({ name: "Number", attributes: {}, text, children: [] });
  return {
    verb: "Dial",
    targets: nouns.map(readTarget),
    timeout: numberOf(attributes.timeout, 30),
    timeLimit: numberOf(attributes.timeLimit, 14_400),
    action: attributes.action ?? null,
    method: methodOf(attributes.method),
    answerOnBridge: attributes.answerOnBridge === "true",
    hangupOnStar: attributes.hangupOnStar === "true",
    callerId: attributes.callerId ?? null,
    recording: readRecording(attributes),
  };
}

function readRecording(attributes: XmlElement["attributes"]): DialRecording | null {
  // `true` is an old way to say `record-from-answer`.
  const wanted = attributes.record === "true" ? "record-from-answer" : attributes.record;
  const [, from, dual] = /^record-from-(answer|ringing)(-dual)?$/.exec(wanted ?? "") ?? [];
  if (!from) return null;
  return {
    from: from === "ringing" ? "ringing" : "answer",
    channels: dual ? 2 : 1,
    trim: attributes.trim === "trim-silence",
    statusCallback: callbackOf(attributes, "recordingStatusCallback"),
  };
}

/**
 * @see https://www.twilio.com/docs/voice/twiml/client
 * @see https://www.twilio.com/docs/voice/twiml/number
 */
function readTarget({ name, attributes, text, children }: XmlElement): DialTarget {
  const identity = children.find((child) => child.name === "Identity")?.text;
  const parameters = children
    .filter((child) => child.name === "Parameter" && child.attributes.name)
    .map((child) => [child.attributes.name, child.attributes.value ?? ""]);
  const { url } = attributes;
  return {
    noun: name === "Client" ? "Client" : "Number",
    to: identity ?? text,
    parameters: Object.fromEntries(parameters),
    statusCallback: callbackOf(attributes, "statusCallback"),
    whisper: url ? { url, method: methodOf(attributes.method) } : null,
    sendDigits: attributes.sendDigits ?? "",
  };
}
