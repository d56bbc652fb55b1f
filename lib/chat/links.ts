/** A stretch of a message: plain text, or text that is also an address. */
export interface Segment {
  text: string;
  href?: string;
  /** The host that the address leads to, where the text does not show it as it is. */
  host?: string;
}

// Neither what is not seen (control characters, marks without width, changes of direction) nor a
// backslash, which browsers take for a slash, belongs to an address.
const candidate = /\b(?:https?:\/\/|www\.)[^\s<>"'\\\p{Cc}\p{Cf}]+/giu;
const trailing = /[.,!?;:]+$/;

/**
 * Finds web addresses in a message. Only http and https count; punctuation that ends the sentence
 * stays outside, and so does a closing bracket that was not opened inside. A host in letters that
 * look like others (xn--...) or in digits of another notation is told as it is.
 *
 * @returns the whole text in order, cut into segments
 */
export function linkify(text: string): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const match of text.matchAll(candidate)) {
    const shown = trimmed(match[0]);
    const url = addressOf(shown);
    if (!url) continue;
    if (match.index > end) segments.push({ text: text.slice(end, match.index) });
    const { href, hostname } = url;
    const plain = shown
      .toLowerCase()
      .replace(/^https?:\/\//, "")
      .startsWith(hostname);
    segments.push({ text: shown, href, ...(!plain && { host: hostname }) });
    end = match.index + shown.length;
  }
  if (end < text.length) segments.push({ text: text.slice(end) });
  return segments;
}

function trimmed(address: string): string {
  let shown = address.replace(trailing, "");
  while (shown.endsWith(")") && !shown.includes("(")) {
    shown = shown.slice(0, -1).replace(trailing, "");
  }
  return shown;
}

function addressOf(shown: string): URL | null {
  const address = /^www\./i.test(shown) ? `https://${shown}` : shown;
  const url = URL.canParse(address) ? new URL(address) : null;
  // A name with a password in front of the host is how addresses pretend to be others.
  if (!url?.hostname.includes(".") || url.username || url.password) return null;
  return url.protocol === "https:" || url.protocol === "http:" ? url : null;
}
