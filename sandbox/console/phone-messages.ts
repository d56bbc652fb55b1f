import { html } from "hono/html";
import type { PhoneMessage } from "../twilio/phones/phones.ts";
import { clockTime, type Html } from "./format.ts";

const channels = { sms: "Text", call: "Voice call", whatsapp: "WhatsApp", email: "E-mail" };
/** Older texts than these are left out of the page. */
const maxShown = 10;

function renderCode(code: string): Html {
  return html`<div class="code">
    <output aria-label="Verification code ${[...code].join(" ")}">
      ${code.slice(0, 3)} ${code.slice(3)}
    </output>
    <button type="button" data-copy="${code}" aria-label="Copy code ${code}">Copy</button>
  </div>`;
}

function renderMessage({ channel, at, body, code, from }: PhoneMessage): Html {
  return html`<li class="message">
    <p class="meta"><span>${channels[channel]} from ${from}</span>${clockTime(at)}</p>
    ${code ? renderCode(code) : ""}
    <p>${body}</p>
  </li>`;
}

/** What a phone has received: the latest, and the earlier ones folded away. */
export function renderMessages(id: string, messages: readonly PhoneMessage[]): Html {
  const [latest, ...earlier] = messages;
  return html`${latest ? html`<ul>${renderMessage(latest)}</ul>` : ""}
  ${
    earlier.length > 0
      ? html`<details class="earlier" id="earlier-${id}">
          <summary>Earlier (${earlier.length})</summary>
          <ul>${earlier.slice(0, maxShown).map(renderMessage)}</ul>
        </details>`
      : ""
  }`;
}
