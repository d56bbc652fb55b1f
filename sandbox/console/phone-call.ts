import { html } from "hono/html";
import type { TwilioContext } from "../twilio/context.ts";
import type { PhoneCall } from "../twilio/phones/phone-call.ts";
import { type Html, minutes } from "./format.ts";
import { partyOf } from "./parties.ts";

const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];
const keyNames: Record<string, string> = { "*": "Star", "#": "Hash" };

function renderState({ call, state, isOutgoing }: PhoneCall): Html {
  if (state === "live") {
    const since = call.startTime ?? Date.now();
    const seconds = Math.max(0, Math.round((Date.now() - since) / 1000));
    return html`In a call
      <span role="timer" aria-label="Length of the call" data-since="${since}">
        ${minutes(seconds)}
      </span>`;
  }
  return html`${isOutgoing ? "Calling" : "Rings"}`;
}

function renderRing(id: string, inBrowser: boolean): Html {
  return html`<div class="answers">
    <button
      type="button"
      class="go"
      id="answer-${id}"
      data-do="answer"
      ${inBrowser ? "data-page-only hidden" : ""}
    >
      Answer
    </button>
    <button type="button" class="danger" id="decline-${id}" data-do="decline">Decline</button>
  </div>`;
}

function renderKeys(id: string, inBrowser: boolean): Html {
  return html`<div
    class="keys"
    role="group"
    aria-label="Keypad"
    ${inBrowser ? "data-page-only hidden" : ""}
  >
    ${keys.map(
      (key, place) => html`<button
        type="button"
        id="key-${id}-${place}"
        data-do="press"
        data-key="${key}"
        aria-label="${keyNames[key] ?? key}"
      >
        ${key}
      </button>`,
    )}
  </div>`;
}

function renderSound(id: string): Html {
  return html`<div class="sound" data-page-only hidden>
    <button type="button" id="mute-${id}" data-do="mute">Mute</button>
    <label>You <meter data-level="input" min="0" max="1" value="0"></meter></label>
    <label>Them <meter data-level="output" min="0" max="1" value="0"></meter></label>
  </div>`;
}

/** Words for a phone without a page's sound, which a transcript will have as they are. */
function renderSpeech(id: string): Html {
  return html`<form class="speech" data-say>
    <label>
      Say something
      <input name="text" id="say-${id}" required maxlength="1000" autocomplete="off" />
    </label>
    <button type="submit">Say</button>
  </form>`;
}

function renderControls(id: string, { state, inBrowser, isOutgoing }: PhoneCall): Html {
  if (state === "ringing" && !isOutgoing) return renderRing(id, inBrowser);
  const isLive = state === "live";
  return html`${renderSound(id)} ${isLive ? renderKeys(id, inBrowser) : ""}
    ${isLive && !inBrowser ? renderSpeech(id) : ""}
    <button type="button" class="danger" id="hangup-${id}" data-do="hangup">Hang up</button>`;
}

/**
 * The call that rings at a phone or that it is in. What is `data-page-only` is shown where the
 * phone is used with sound.
 */
export function renderPhoneCall(context: TwilioContext, phoneCall: PhoneCall): Html {
  const { call, captions, other, inBrowser, state } = phoneCall;
  const id = call.sid;
  const { name, what } = partyOf(context, other);
  return html`<section
    class="call ${state}"
    id="phone-call-${id}"
    data-call="${id}"
    aria-label="Call with ${name}"
  >
    <p class="who"><strong>${name}</strong> <span>${what}</span></p>
    <p class="state" role="status">${renderState(phoneCall)}</p>
    ${inBrowser ? html`<p class="elsewhere" data-elsewhere>In use in another page</p>` : ""}
    <div class="captions" role="log" aria-label="What the phone is told" data-captions="${id}">
      ${captions.map(({ text }) => html`<p>${text}</p>`)}
    </div>
    ${renderControls(id, phoneCall)}
  </section>`;
}
