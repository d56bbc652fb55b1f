import "server-only";
import { isIPv4, isIPv6 } from "node:net";

/**
 * What one machine is at most: an IPv4 address, or the /64 of an IPv6 one, in which every home picks
 * its addresses at will. Anything else stands for itself.
 */
export function addressOf(ip: string): string {
  return isIPv6(ip) && !mapped(ip) ? `${prefix(ip, 4)}::/64` : (mapped(ip) ?? ip);
}

/**
 * The network that an address belongs to: the /24 of an IPv4 address, the /48 of an IPv6 one,
 * which are what one customer of a provider usually holds. Anything else stands for itself.
 */
export function networkOf(address: string): string {
  const ip = mapped(address) ?? address;
  if (isIPv4(ip)) return `${ip.split(".").slice(0, 3).join(".")}.0/24`;
  return isIPv6(ip) ? `${prefix(ip, 3)}::/48` : ip;
}

/** The IPv4 address inside of an IPv6 one. */
function mapped(ip: string): string | undefined {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
}

function prefix(ip: string, groups: number): string {
  return groupsOf(ip).slice(0, groups).join(":");
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(ip: string): string[] {
  const [head = "", tail] = ip.split("%", 1)[0]?.split("::") ?? [];
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const missing = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array.from({ length: missing }, () => "0"), ...right].map((group) =>
    Number.parseInt(group, 16).toString(16),
  );
}
