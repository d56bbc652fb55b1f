import "server-only";
import { env } from "@/lib/env";

/**
 * The address the request came from: the one that the outermost trusted proxy saw. Entries further
 * left in X-Forwarded-For are the client's own claims.
 *
 * @returns an IP address, or "unknown" when nothing in front of the app says
 */
export function clientIp(request: Request): string {
  const { trustedProxies } = env();
  // Without a proxy, the whole header is the client's own claim.
  if (trustedProxies === 0) return "unknown";
  const hops = (request.headers.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  return withoutPort(hops.at(-trustedProxies) || hops[0] || "unknown");
}

/** Some proxies write the port along, by which each connection would be somebody else. */
function withoutPort(hop: string): string {
  const [, inBrackets, plain] = /^(?:\[([^\]]+)\]|(\d+(?:\.\d+){3}))(?::\d+)?$/.exec(hop) ?? [];
  return inBrackets ?? plain ?? hop;
}
