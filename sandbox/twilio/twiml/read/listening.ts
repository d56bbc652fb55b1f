import type { GatherVerb, RecordVerb } from "../verbs.ts";
import type { XmlElement } from "../xml.ts";
import { callbackOf, methodOf, numberOf } from "./attributes.ts";
import { readPrompt } from "./speaking.ts";

/** @see https://www.twilio.com/docs/voice/twiml/gather */
export function readGather(
  { attributes, children }: XmlElement,
  warn: (text: string) => void,
): GatherVerb {
  if (/speech/.test(attributes.input ?? "")) warn("<Gather> hears keys alone here, not speech.");
  return {
    verb: "Gather",
    prompts: children.flatMap((child) => readPrompt(child) ?? []),
    numDigits: numberOf(attributes.numDigits, 0) || Number.POSITIVE_INFINITY,
    timeout: numberOf(attributes.timeout, 5),
    finishOnKey: attributes.finishOnKey ?? "#",
    actionOnEmptyResult: attributes.actionOnEmptyResult === "true",
    action: attributes.action ?? null,
    method: methodOf(attributes.method),
  };
}

/** @see https://www.twilio.com/docs/voice/twiml/record */
export function readRecord({ attributes }: XmlElement): RecordVerb {
  const { transcribeCallback = null } = attributes;
  return {
    verb: "Record",
    action: attributes.action ?? null,
    method: methodOf(attributes.method),
    maxLength: numberOf(attributes.maxLength, 3600),
    timeout: numberOf(attributes.timeout, 5),
    finishOnKey: attributes.finishOnKey ?? "1234567890*#",
    playBeep: attributes.playBeep !== "false",
    trim: attributes.trim !== "do-not-trim",
    statusCallback: callbackOf(attributes, "recordingStatusCallback"),
    transcribe: attributes.transcribe === "true" || transcribeCallback !== null,
    transcribeCallback,
  };
}
