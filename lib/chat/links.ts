/** A stretch of a message: plain text, or text that is also an address. */
export interface Segment {
  text: string;
  href?: string;
}

const candidate = /\b(?:https?:\/\/|www\.)[^\s<>"']+/gi;
const trailing = /[.,!?;:]+$/;

/**
 * Finds web addresses in a message. Only http and https count; punctuation that ends the sentence
 * stays outside, and so does a closing bracket that was not opened inside.
 *
 * @returns the whole text in order, cut into segments
 */
export function linkify(text: string): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const match of text.matchAll(candidate)) {
    const shown = trimmed(match[0]);
    const href = addressOf(shown);
    if (!href) continue;
    if (match.index > end) segments.push({ text: text.slice(end, match.index) });
    segments.push({ text: shown, href });
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

function addressOf(shown: string): string | null {
  const address = /^www\./i.test(shown) ? `https://${shown}` : shown;
  const url = URL.canParse(address) ? new URL(address) : null;
  // A name with a password in front of the host is how addresses pretend to be others.
  if (!url?.hostname.includes(".") || url.username || url.password) return null;
  return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
}
