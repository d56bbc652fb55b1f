import { html } from "hono/html";
import type { CallResource, CallStatus, TwilioContext } from "../twilio/context.ts";
import { clockTime, empty, type Html, minutes, nameOf, pill } from "./format.ts";

/** Older calls than these are left out of the page. */
const maxShown = 30;
const liveStatuses: readonly CallStatus[] = ["queued", "initiated", "ringing", "in-progress"];

const isLive = ({ status }: CallResource) => liveStatuses.includes(status);

function renderStatus({ status }: CallResource): Html {
  if (status === "in-progress") return pill("In progress", "good");
  if (status === "completed") return pill("Completed", "quiet");
  const text = status.charAt(0).toUpperCase() + status.slice(1).replace("-", " ");
  return pill(text, liveStatuses.includes(status) ? "busy" : "bad");
}

function renderLegs({ config }: TwilioContext, legs: CallResource[]): Html {
  return html`<table>
    <thead>
      <tr><th scope="col">Leg</th><th scope="col">Address</th><th scope="col">Status</th></tr>
    </thead>
    <tbody>
      ${legs.map((leg) => {
        const address = leg.direction === "inbound" ? leg.from : leg.to;
        return html`<tr>
          <td>${leg.direction === "inbound" ? "Caller" : nameOf(config, leg.to)}</td>
          <td class="mono">${address}<br /><small>${leg.sid}</small></td>
          <td>${renderStatus(leg)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

function renderTimeline({ config }: TwilioContext, legs: CallResource[]): Html {
  const steps = legs
    .flatMap((leg) => {
      const who = nameOf(config, leg.direction === "inbound" ? leg.from : leg.to);
      return leg.events.map((event) => ({ ...event, who }));
    })
    .sort((a, b) => a.at - b.at);
  return html`<ol class="timeline">
    ${steps.map(({ at, who, text }) => html`<li>${clockTime(at)} <b>${who}</b> ${text}</li>`)}
  </ol>`;
}

function renderCall(context: TwilioContext, call: CallResource, children: CallResource[]): Html {
  const { config } = context;
  const to = children[0]?.to ?? call.to;
  const legs = [call, ...children];
  const open = isLive(call) ? "open" : "";
  return html`<details class="row" id="call-${call.sid}" ${open}>
    <summary>
      <span class="title">${nameOf(config, call.from)} → ${nameOf(config, to) || "unknown"}</span>
      <span class="meta">
        ${call.duration === null ? "" : minutes(call.duration)} ${clockTime(call.dateCreated)}
      </span>
      ${renderStatus(call)}
    </summary>
    <div class="inside">
      ${renderLegs(context, legs)} ${renderTimeline(context, legs)}
      ${
        isLive(call)
          ? html`<button type="button" class="danger" id="end-${call.sid}" data-hang-up="${call.sid}">
              Hang up
            </button>`
          : ""
      }
    </div>
  </details>`;
}

/** Live calls on top, then the latest; the legs a call dialled are shown inside it. */
export function renderCalls(context: TwilioContext): Html {
  const all = context.calls.list();
  const parents = all.filter(({ parentCallSid }) => parentCallSid === null);
  const shown = [...parents.filter(isLive), ...parents.filter((call) => !isLive(call))];
  if (shown.length === 0) return empty("No calls yet. Press Voice call in the app.");
  return html`${shown.slice(0, maxShown).map((call) =>
    renderCall(
      context,
      call,
      all.filter((leg) => leg.parentCallSid === call.sid),
    ),
  )}`;
}
