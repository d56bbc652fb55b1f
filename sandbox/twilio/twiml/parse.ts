import type { DialTarget, DialVerb, Method, Verb } from "./verbs.ts";
import { parseXml, type XmlElement } from "./xml.ts";

/** A document that Twilio would refuse, with the code its debugger would show. */
export class TwimlError extends Error {
  /** From https://www.twilio.com/docs/api/errors */
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.name = "TwimlError";
    this.code = code;
  }
}

export interface TwimlDocument {
  verbs: Verb[];
  /** What Twilio's debugger would warn about, such as a verb it does not know. */
  warnings: string[];
}

/** Reads a TwiML document; throws `TwimlError` 12100 for bad XML and 12200 without `<Response>`. */
export function parseTwiml(xml: string): TwimlDocument {
  const root = readRoot(xml);
  if (root?.name !== "Response") {
    throw new TwimlError(12200, "Schema validation: the root element is not <Response>.");
  }
  const warnings: string[] = [];
  const verbs = root.children.flatMap((element) => {
    const verb = toVerb(element);
    if (!verb) warnings.push(`12200 Schema validation: <${element.name}> is not known here.`);
    return verb ?? [];
  });
  return { verbs, warnings };
}

function readRoot(xml: string): XmlElement | undefined {
  try {
    return parseXml(xml.trim())[0];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TwimlError(12100, `Document parse failure: ${reason}`);
  }
}

function toVerb(element: XmlElement): Verb | undefined {
  const { attributes, text } = element;
  switch (element.name) {
    case "Say":
      return { verb: "Say", text, loop: number(attributes.loop, 1) };
    case "Pause":
      return { verb: "Pause", seconds: number(attributes.length, 1) };
    case "Reject":
      return { verb: "Reject", reason: attributes.reason === "busy" ? "busy" : "rejected" };
    case "Hangup":
      return { verb: "Hangup" };
    case "Redirect":
      return { verb: "Redirect", url: text, method: method(attributes.method) };
    case "Dial":
      return toDial(element);
  }
}

/** @see https://www.twilio.com/docs/voice/twiml/dial */
function toDial({ attributes, text, children }: XmlElement): DialVerb {
  const targets = children.flatMap((child) => toTarget(child) ?? []);
  if (text) targets.push({ ...noCallback, noun: "Number", to: text, parameters: {} });
  return {
    verb: "Dial",
    targets,
    timeout: number(attributes.timeout, 30),
    timeLimit: number(attributes.timeLimit, 14_400),
    action: attributes.action ?? null,
    method: method(attributes.method),
    answerOnBridge: attributes.answerOnBridge === "true",
    callerId: attributes.callerId ?? null,
  };
}

const noCallback = {
  statusCallback: null,
  statusCallbackMethod: "POST",
  statusCallbackEvents: [],
} satisfies Partial<DialTarget>;

/** @see https://www.twilio.com/docs/voice/twiml/client */
function toTarget({ name, attributes, text, children }: XmlElement): DialTarget | undefined {
  if (name !== "Client" && name !== "Number") return undefined;
  const identity = children.find((child) => child.name === "Identity")?.text;
  const parameters = children
    .filter((child) => child.name === "Parameter" && child.attributes.name)
    .map((child) => [child.attributes.name, child.attributes.value ?? ""]);
  return {
    noun: name,
    to: identity ?? text,
    parameters: Object.fromEntries(parameters),
    statusCallback: attributes.statusCallback ?? null,
    statusCallbackMethod: method(attributes.statusCallbackMethod),
    statusCallbackEvents: (attributes.statusCallbackEvent ?? "completed").split(/\s+/),
  };
}

function method(value: string | undefined): Method {
  return value?.toUpperCase() === "GET" ? "GET" : "POST";
}

function number(value: string | undefined, fallback: number): number {
  const parsed = Number(value ?? fallback);
  return Number.isFinite(parsed) && parsed >= 0 ? parsed : fallback;
}
