import { html } from "hono/html";
import type { DemoPhone } from "../config.ts";
import type { TwilioContext } from "../twilio/context.ts";
import type { PhoneMessage } from "../twilio/phones/phones.ts";
import { clockTime, empty, type Html } from "./format.ts";

const channels = { sms: "Text", call: "Voice call", whatsapp: "WhatsApp", email: "E-mail" };
const reactions = [
  ["answer", "Answers"],
  ["busy", "Is busy"],
  ["no-answer", "Lets it ring"],
  ["reject", "Declines"],
];
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

function renderPhone({ phones }: TwilioContext, { number, name }: DemoPhone): Html {
  const [latest, ...earlier] = phones.messages(number);
  const id = number.replace(/[^\w@.-]/g, "");
  const chosen = phones.behaviour(number).answer;
  const isTelephone = number.startsWith("+");
  return html`<article class="phone" aria-label="Phone of ${name || number}">
    <header>
      <span class="initial" aria-hidden="true">${(name || number.replace("+", "")).charAt(0)}</span>
      <h3>${name || number}</h3>
      ${name ? html`<span class="number">${number}</span>` : ""}
      ${
        isTelephone
          ? html`<select
              id="ring-${id}"
              data-behaviour="${number}"
              aria-label="When the phone of ${name || number} rings"
            >
              ${reactions.map(
                ([value, label]) =>
                  html`<option value="${value}" ${value === chosen ? "selected" : ""}>
                    ${label}
                  </option>`,
              )}
            </select>`
          : ""
      }
    </header>
    ${latest ? html`<ul>${renderMessage(latest)}</ul>` : ""}
    ${
      earlier.length > 0
        ? html`<details id="earlier-${id}">
            <summary>Earlier (${earlier.length})</summary>
            <ul>${earlier.slice(0, maxShown).map(renderMessage)}</ul>
          </details>`
        : ""
    }
  </article>`;
}

/** The phones: those with messages first, the latest on top, then the quiet ones. */
export function renderPhones(context: TwilioContext): Html {
  const latest = ({ number }: DemoPhone) => context.phones.messages(number)[0]?.at ?? 0;
  const phones = context.phones.list().sort((a, b) => latest(b) - latest(a));
  const [first] = phones;
  const news = first && latest(first) > 0 ? `New message for ${first.name || first.number}` : "";
  if (phones.length === 0) return empty("A phone appears here as soon as something is sent to it.");
  return html`<div class="phones" data-news="${news}" data-news-at="${first ? latest(first) : 0}">
    ${phones.map((phone) => renderPhone(context, phone))}
  </div>`;
}
