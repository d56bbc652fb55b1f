import { html } from "hono/html";
import type { TwilioContext } from "../twilio/context.ts";
import type { Delivery } from "../twilio/deliveries.ts";
import { clockTime, empty, type Html, pill } from "./format.ts";

/** Older deliveries than these are left out of the page; `/deliveries` has them. */
const maxShown = 60;

function renderOutcome({ status, fault }: Delivery): Html {
  if (status === null) return pill(fault === "drop" ? "Dropped" : "No answer", "bad");
  return pill(String(status), status < 300 ? "good" : "bad");
}

function renderParameters(params: Record<string, string>): Html {
  return html`<dl class="params">
    ${Object.entries(params).map(([name, value]) => html`<dt>${name}</dt><dd>${value || "(empty)"}</dd>`)}
  </dl>`;
}

function renderDelivery(delivery: Delivery): Html {
  const { id, at, method, url, params, durationMs, attempt, fault, error, body, kind } = delivery;
  const { pathname, search } = new URL(url);
  const event =
    params.StatusCallbackEvent ??
    params.DialCallStatus ??
    params.CallStatus ??
    params.MessageStatus;
  const about = kind === "status" || kind === "message" ? event : kind;
  return html`<details class="row" id="delivery-${id}">
    <summary>
      <span class="title mono">${method} ${pathname}${search}</span>
      <span class="meta">
        ${about ?? kind}${attempt > 1 ? `, attempt ${attempt}` : ""}${fault ? `, ${fault}` : ""}
      </span>
      <span class="meta">${durationMs} ms ${clockTime(at)}</span>
      ${renderOutcome(delivery)}
    </summary>
    <div class="inside">
      <h3>Request</h3>
      <p class="mono wrap">${url}</p>
      ${renderParameters(params)}
      <h3>Response</h3>
      ${error ? html`<p>${error}</p>` : ""}
      ${body ? html`<pre tabindex="0" aria-label="Response body">${body}</pre>` : ""}
      ${error || body ? "" : html`<p>Empty body</p>`}
    </div>
  </details>`;
}

/** The latest webhooks with what was sent and what came back. */
export function renderDeliveries({ callbacks }: TwilioContext): Html {
  const deliveries = callbacks.deliveries.slice(0, maxShown);
  if (deliveries.length === 0) return empty("No webhook has been sent yet.");
  return html`${deliveries.map(renderDelivery)}`;
}
