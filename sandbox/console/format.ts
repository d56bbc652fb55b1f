import { html } from "hono/html";
import type { TwilioSandboxConfig } from "../config.ts";

export type Html = ReturnType<typeof html>;

/** A wall-clock time, such as 14:03:07. */
export function clockTime(epochMs: number): Html {
  const date = new Date(epochMs);
  const text = date.toLocaleTimeString("en-GB");
  return html`<time datetime="${date.toISOString()}">${text}</time>`;
}

/** A duration in m:ss. */
export function minutes(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** A coloured word; the tone only repeats what the word says. */
export function pill(text: string, tone: "good" | "bad" | "busy" | "quiet"): Html {
  return html`<span class="pill ${tone}">${text}</span>`;
}

/** The name behind a number or a voice identity, or the address itself. */
export function nameOf(config: TwilioSandboxConfig, address: string): string {
  const identity = address.replace(/^client:/, "");
  if (identity === config.echoIdentity) return "Echo";
  if (identity === config.phoneNumber) return "Duet";
  const phone = config.phones.find(
    (candidate) => candidate.number === address || candidate.identity === identity,
  );
  if (phone) return phone.name;
  return identity.length > 24 ? `${identity.slice(0, 10)}…${identity.slice(-4)}` : identity;
}

/** What an empty section says. */
export function empty(sentence: string): Html {
  return html`<p class="empty">${sentence}</p>`;
}
