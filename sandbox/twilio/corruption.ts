import type { FaultInput } from "./fault-input.ts";
import type { SignedRequest } from "./signing.ts";

const signature = "X-Twilio-Signature";

/** A webhook that is damaged after it was signed, so that the two no longer agree. */
export function corrupted(
  request: SignedRequest,
  part: NonNullable<FaultInput["part"]>,
): SignedRequest {
  const { headers, body, url } = request;
  if (part === "signature") {
    const [first = "", ...others] = headers[signature] ?? "";
    const wrong = (first === "A" ? "B" : "A") + others.join("");
    return { ...request, headers: { ...headers, [signature]: wrong } };
  }
  // What a GET has to say stands in its address.
  if (body === undefined) return { ...request, url: url.replace(/.$/, "~") };
  const half = Math.floor(body.length / 2);
  return { ...request, body: body.slice(0, half) };
}
