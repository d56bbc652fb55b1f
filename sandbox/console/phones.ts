import { html } from "hono/html";
import type { DemoPhone } from "../config.ts";
import type { TwilioContext } from "../twilio/context.ts";
import type { PhoneCall } from "../twilio/phones/phone-call.ts";
import type { PhoneMessage } from "../twilio/phones/phones.ts";
import { empty, type Html } from "./format.ts";
import { renderPhoneCall } from "./phone-call.ts";
import { renderMessages } from "./phone-messages.ts";

const reactions = [
  ["answer", "Answers"],
  ["busy", "Is busy"],
  ["no-answer", "Lets it ring"],
  ["reject", "Declines"],
  ["manual", "Waits for you"],
] as const;

function renderHabit({ phones }: TwilioContext, id: string, { number, name }: DemoPhone): Html {
  const chosen = phones.behaviour(number).answer;
  return html`<select
    id="ring-${id}"
    data-behaviour
    aria-label="When the phone of ${name || number} rings"
  >
    ${reactions.map(
      ([value, label]) =>
        html`<option value="${value}" ${value === chosen ? "selected" : ""}>${label}</option>`,
    )}
  </select>`;
}

function renderDial(id: string): Html {
  return html`<details class="dial" id="dial-${id}">
    <summary>Call…</summary>
    <form data-dial>
      <label>
        Number
        <input
          type="tel"
          name="to"
          required
          autocomplete="off"
          list="account-numbers"
          placeholder="+15005550006"
        />
      </label>
      <button type="submit">Call</button>
    </form>
  </details>`;
}

function renderTelephone(context: TwilioContext, id: string, phone: DemoPhone): Html {
  const call = context.phones.currentCall(phone.number);
  const waiting = context.phones.waitingCalls(phone.number);
  return html`${call ? renderPhoneCall(context, call) : ""}
    ${waiting.map(({ other }) => html`<p class="waits">Another call waits: ${other}</p>`)}
    <p class="problem" id="problem-${id}" role="alert" data-problem hidden></p>
    <div class="tools">
      <button type="button" id="use-${id}" data-use aria-pressed="false">Use this phone</button>
      ${call ? "" : renderDial(id)}
    </div>`;
}

function renderPhone(context: TwilioContext, phone: DemoPhone): Html {
  const { number, name } = phone;
  const id = number.replace(/[^\w@.-]/g, "");
  const isTelephone = number.startsWith("+");
  return html`<article
    class="phone"
    id="phone-${id}"
    data-phone="${number}"
    aria-label="Phone of ${name || number}"
  >
    <header>
      <span class="initial" aria-hidden="true">${(name || number.replace("+", "")).charAt(0)}</span>
      <h3>${name || number}</h3>
      ${name ? html`<span class="number">${number}</span>` : ""}
      ${isTelephone ? renderHabit(context, id, phone) : ""}
    </header>
    ${isTelephone ? renderTelephone(context, id, phone) : ""}
    ${renderMessages(id, context.phones.messages(number))}
  </article>`;
}

interface Activity {
  phone: DemoPhone;
  call: PhoneCall | undefined;
  message: PhoneMessage | undefined;
  at: number;
}

function activityOf({ phones }: TwilioContext, phone: DemoPhone): Activity {
  const call = phones.currentCall(phone.number);
  const message = phones.messages(phone.number)[0];
  const at = Math.max(message?.at ?? 0, call?.call.dateCreated ?? 0);
  return { phone, call, message, at };
}

function newsOf({ phone, call, message, at }: Activity): string {
  const who = phone.name || phone.number;
  if (call?.call.dateCreated === at && !call.isOutgoing) return `The phone of ${who} rings`;
  return message?.at === at ? `New message for ${who}` : "";
}

const startOf = ({ call }: Activity) => call?.call.dateCreated ?? 0;

/** The phones: those in calls first and in their places, then those with the latest messages. */
export function renderPhones(context: TwilioContext): Html {
  const phones = context.phones.list().map((phone) => activityOf(context, phone));
  const [latest] = [...phones].sort((a, b) => b.at - a.at);
  if (!latest) return empty("A phone appears here as soon as something is sent to it.");
  const busy = phones.filter(({ call }) => call).sort((a, b) => startOf(a) - startOf(b));
  const idle = phones.filter(({ call }) => !call).sort((a, b) => b.at - a.at);
  return html`<div
    class="phones"
    id="phone-list"
    data-news="${newsOf(latest)}"
    data-news-at="${latest.at}"
  >
    ${[...busy, ...idle].map(({ phone }) => renderPhone(context, phone))}
  </div>`;
}
