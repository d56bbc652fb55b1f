/** Push services of the browsers there are: Chrome and most others, Firefox, Safari, Edge. */
const known = [
  "fcm.googleapis.com",
  "*.push.services.mozilla.com",
  "*.push.apple.com",
  "*.notify.windows.com",
];
const loopback = new Set(["127.0.0.1", "localhost"]);

/**
 * Whether the server may send to a push endpoint. A browser names it, so it could be any address
 * of the inner network: only push services that are known are sent to, by https and their usual
 * port. A loopback host that is listed may be anything: that is a test's own push service.
 *
 * @param extraHosts - further hosts; `*.` stands for any subdomain
 */
export function isPushEndpoint(endpoint: string, extraHosts: readonly string[]): boolean {
  const url = URL.parse(endpoint);
  if (!url || url.username || url.password) return false;
  const { hostname, protocol, port } = url;
  if (loopback.has(hostname)) return extraHosts.includes(hostname) && /^https?:$/.test(protocol);
  const isSafe = protocol === "https:" && port === "";
  return isSafe && [...known, ...extraHosts].some((host) => matches(hostname, host));
}

function matches(hostname: string, host: string): boolean {
  return host.startsWith("*.") ? hostname.endsWith(host.slice(1)) : hostname === host;
}
