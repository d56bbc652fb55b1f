import { html } from "hono/html";
import type { TwilioContext } from "../twilio/context.ts";
import type { Fault, FaultInput } from "../twilio/faults.ts";
import { type Html, pill } from "./format.ts";

interface Preset {
  label: string;
  fault: FaultInput;
}

const groups: { title: string; presets: Preset[] }[] = [
  {
    title: "Webhooks",
    presets: [
      { label: "Drop", fault: { target: "webhook", kind: "drop" } },
      { label: "Delay 3 s", fault: { target: "webhook", kind: "delay", delayMs: 3_000 } },
      { label: "Duplicate", fault: { target: "webhook", kind: "duplicate" } },
      { label: "Reorder", fault: { target: "webhook", kind: "reorder" } },
      { label: "App answers 500", fault: { target: "webhook", kind: "status", status: 500 } },
    ],
  },
  {
    title: "REST API",
    presets: [
      { label: "Answer 429", fault: { target: "rest", kind: "status", status: 429 } },
      { label: "Answer 500", fault: { target: "rest", kind: "status", status: 500 } },
      { label: "Delay 3 s", fault: { target: "rest", kind: "delay", delayMs: 3_000 } },
      { label: "Break connection", fault: { target: "rest", kind: "drop" } },
    ],
  },
  {
    title: "Voice",
    presets: [
      { label: "Cut sockets", fault: { target: "edge", kind: "cut", times: 1 } },
      { label: "Expire tokens", fault: { target: "token", kind: "expire" } },
    ],
  },
];

function sentenceOf({ target, kind, status, delayMs }: Fault): string {
  const detail = status ?? (delayMs === undefined ? "" : `${delayMs} ms`);
  return `${target}: ${kind} ${detail}`.trim();
}

function renderActive(fault: Fault): Html {
  const limit = fault.times === undefined ? "" : ` of ${fault.times}`;
  return html`<li>
    <p>
      ${pill(sentenceOf(fault), "bad")}
      ${fault.match ? html`matching <span class="mono">${fault.match}</span>, ` : ""}struck
      ${fault.struck}${limit}
    </p>
    <button type="button" id="fault-${fault.id}" data-remove-fault="${fault.id}">
      Remove<span class="hidden"> ${sentenceOf(fault)}</span>
    </button>
  </li>`;
}

/** Buttons that switch each fault on; the form around them narrows what it strikes. */
export function renderFaultButtons(): Html {
  return html`${groups.map(
    ({ title, presets }) => html`<fieldset>
      <legend>${title}</legend>
      ${presets.map(
        ({ label, fault }) =>
          html`<button type="button" data-add-fault="${JSON.stringify(fault)}">${label}</button>`,
      )}
    </fieldset>`,
  )}`;
}

/** The faults that are switched on, each with a button that removes it. */
export function renderFaults({ faults }: TwilioContext): Html {
  const active = faults.list();
  if (active.length === 0) return html`<p class="empty">No faults: everything works.</p>`;
  return html`<ul class="faults">${active.map(renderActive)}</ul>`;
}
