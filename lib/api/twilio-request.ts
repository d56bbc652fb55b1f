import "server-only";
import { validateRequest, validateRequestWithBody } from "twilio";
import { aliasesOf } from "@/lib/api/aliases";
import { ApiError } from "@/lib/api/errors";
import { readText } from "@/lib/api/input";
import { storable } from "@/lib/api/storable";
import { env } from "@/lib/env";

/**
 * The parameters of a request that Twilio has signed.
 *
 * The signature covers the address Twilio was given, which a proxy may have rewritten by the time
 * it gets here: it is rebuilt from the configured public URL, never from forwarded headers.
 * https://www.twilio.com/docs/usage/security#validating-requests
 *
 * @returns form parameters by name (the first of a repeated one), or the JSON body
 * @throws ApiError `bad_signature` when it is missing or wrong
 */
export async function readTwilioRequest(request: Request): Promise<unknown> {
  const text = await readText(request);
  const signature = request.headers.get("x-twilio-signature");
  const { pathname, search } = new URL(request.url);
  const json = request.headers.get("content-type")?.startsWith("application/json") ?? false;
  const form = json ? new URLSearchParams() : new URLSearchParams(text);
  const account = env().twilio;

  const signed = [pathname, ...aliasesOf(pathname)].some((path) => {
    const url = `${env().publicUrl}${path}${search}`;
    if (!account || !signature) return false;
    return json
      ? validateRequestWithBody(account.authToken, signature, url, text)
      : validateRequest(account.authToken, signature, url, grouped(form));
  });
  if (!signed) throw new ApiError("bad_signature", "The request is not signed by Twilio.");
  return json ? parseJson(text) : fieldsOfForm(form);
}

/** Repeated keys are signed too, so they must not be folded before the check. */
function grouped(form: URLSearchParams): Record<string, string | string[]> {
  const keys = [...new Set(form.keys())];
  return Object.fromEntries(
    keys.map((key) => {
      const values = form.getAll(key);
      return [key, values.length > 1 ? values : (values[0] ?? "")];
    }),
  );
}

/** Of a repeated field, the first. What cannot be kept must not cost us the event. */
function fieldsOfForm(form: URLSearchParams): Record<string, string> {
  const fields = [...form].reverse().map(([key, text]) => [storable(key), storable(text)]);
  return Object.fromEntries(fields);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError("invalid_request", "The body is not valid JSON.");
  }
}
