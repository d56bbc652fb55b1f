import { methodOf } from "./read/attributes.ts";
import { readDial } from "./read/dial.ts";
import { readGather, readRecord } from "./read/listening.ts";
import { readPrompt } from "./read/speaking.ts";
import type { Verb } from "./verbs.ts";
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
  const warn = (text: string) => warnings.push(`12200 Schema validation: ${text}`);
  const verbs = root.children.flatMap((element) => {
    const verb = readVerb(element, warn);
    if (!verb) warn(`<${element.name}> is not known here.`);
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

function readVerb(element: XmlElement, warn: (text: string) => void): Verb | undefined {
  const { attributes, text } = element;
  switch (element.name) {
    case "Reject":
      return { verb: "Reject", reason: attributes.reason === "busy" ? "busy" : "rejected" };
    case "Hangup":
      return { verb: "Hangup" };
    case "Redirect":
      return { verb: "Redirect", url: text, method: methodOf(attributes.method) };
    case "Dial":
      return readDial(element);
    case "Gather":
      return readGather(element, warn);
    case "Record":
      return readRecord(element);
    default:
      return readPrompt(element);
  }
}
