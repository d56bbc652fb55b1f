import type { CallbackOutcome, Callbacks } from "../callbacks.ts";
import { parseTwiml, type TwimlDocument, TwimlError } from "./parse.ts";
import type { Method, Verb } from "./verbs.ts";

/** Where a call's next instructions come from. */
export type TwimlSource =
  | { xml: string }
  | { url: string; method: Method; fallback?: { url: string; method: Method } };

export interface TwimlRequest {
  callbacks: Pick<Callbacks, "deliver">;
  callSid: string;
  kind: "twiml" | "action";
  parameters: Record<string, string>;
  /** Writes into the call's log. */
  note(text: string): void;
}

export interface LoadedTwiml {
  verbs: Verb[];
  /** What relative URLs in the document are relative to. */
  baseUrl: string | null;
}

const readTimeoutMs = 15_000;

/**
 * Fetches and reads a document, from the fallback URL when the first one fails.
 * @throws TwimlError when neither gives a document
 * @see https://www.twilio.com/docs/usage/webhooks/voice-webhooks#fallback-url
 */
export async function loadTwiml(request: TwimlRequest, source: TwimlSource): Promise<LoadedTwiml> {
  if ("xml" in source) return { verbs: read(request, source.xml), baseUrl: null };
  try {
    return await fetchTwiml(request, source.url, source.method);
  } catch (error) {
    if (!(error instanceof TwimlError)) throw error;
    request.note(`Error ${error.code}: ${error.message}`);
    if (!source.fallback) throw error;
    const parameters = {
      ...request.parameters,
      ErrorCode: String(error.code),
      ErrorUrl: withoutOverrides(source.url),
    };
    return fetchTwiml({ ...request, parameters }, source.fallback.url, source.fallback.method);
  }
}

async function fetchTwiml(
  request: TwimlRequest,
  url: string,
  method: Method,
): Promise<LoadedTwiml> {
  const outcome = await request.callbacks.deliver({
    kind: request.kind,
    url,
    method,
    params: request.parameters,
    callSid: request.callSid,
    timeoutMs: readTimeoutMs,
  });
  refuseUnusable(outcome);
  return { verbs: read(request, outcome.body), baseUrl: withoutOverrides(url) };
}

function refuseUnusable(outcome: CallbackOutcome): void {
  if (!outcome.ok) {
    const reason = outcome.error ?? `status ${outcome.status}`;
    throw new TwimlError(11200, `HTTP retrieval failure: ${reason}.`);
  }
  // Twilio takes the TwiML content types, and text/html for the sake of old servers.
  if (outcome.body && !/\b(xml|html)\b/.test(outcome.contentType ?? "")) {
    throw new TwimlError(12300, `Invalid Content-Type: ${outcome.contentType}.`);
  }
}

/** An empty body is an empty document, as after a 204. */
function read(request: TwimlRequest, xml: string): Verb[] {
  const document: TwimlDocument = xml.trim() ? parseTwiml(xml) : { verbs: [], warnings: [] };
  for (const warning of document.warnings) request.note(`Warning ${warning}`);
  return document.verbs;
}

function withoutOverrides(url: string): string {
  return url.replace(/#.*$/, "");
}
