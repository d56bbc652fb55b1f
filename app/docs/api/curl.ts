import type { ListedOperation } from "@/app/docs/api/operations";

/** Text between single quotes for a POSIX shell. */
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
const header = (text: string) => `-H "${text}"`;
const bearer = (variable: string) => header(`Authorization: Bearer $${variable}`);
const lines = (words: string[]) => words.join(" \\\n  ");

/**
 * A command that calls the route with its example. It takes from the environment what is the
 * reader's own: `$DUET`, the origin; `$TOKEN`, an access token; `$CRON_SECRET`;
 * `$TWILIO_AUTH_TOKEN`, which signs what Twilio would send.
 */
export function curlOf(entry: ListedOperation): string {
  const { verb, operation } = entry;
  const can = (scheme: string) => operation.security.some((one) => scheme in one);
  const url = urlOf(entry);
  const call = `curl ${verb === "GET" ? "" : `-X ${verb} `}"${url}"`;
  if (can("twilioSignature")) return signed(url, call, entry);
  const secret = can("bearer")
    ? [bearer("TOKEN")]
    : can("cronSecret")
      ? [bearer("CRON_SECRET")]
      : [];
  return lines([call, ...secret, ...bodyOf(entry)]);
}

function urlOf({ path, operation: { parameters } }: ListedOperation): string {
  const filled = parameters
    .filter((parameter) => parameter.in === "path")
    .reduce((text, { name, example }) => text.replace(`{${name}}`, String(example)), path);
  const query = parameters.filter((parameter) => parameter.in === "query" && parameter.required);
  const search = new URLSearchParams(query.map(({ name, example }) => [name, String(example)]));
  return `$DUET${filled}${search.size > 0 ? `?${search}` : ""}`;
}

function bodyOf({ operation: { requestBody } }: ListedOperation): string[] {
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (!content) return [];
  // A raw file has no schema.
  if (!content.schema) return [header(`Content-Type: ${type}`), "--data-binary @file"];
  return [header(`Content-Type: ${type}`), `-d ${quoted(JSON.stringify(content.example))}`];
}

/** https://www.twilio.com/docs/usage/security#validating-requests */
function signed(
  url: string,
  call: string,
  { operation: { requestBody } }: ListedOperation,
): string {
  const [content] = Object.values(requestBody?.content ?? {});
  const fields = Object.entries(content?.example ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const text = fields.map(([name, value]) => `${name}${value}`).join("");
  const digest = `openssl dgst -sha1 -hmac "$TWILIO_AUTH_TOKEN" -binary | base64`;
  return [
    `SIGNATURE=$(printf %s "${url}"${quoted(text)} | ${digest})`,
    lines([
      call,
      header("X-Twilio-Signature: $SIGNATURE"),
      ...fields.map(([name, value]) => `--data-urlencode ${quoted(`${name}=${value}`)}`),
    ]),
  ].join("\n");
}
