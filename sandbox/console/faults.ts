import { html } from "hono/html";
import type { TwilioContext } from "../twilio/context.ts";
import type { FaultInput } from "../twilio/fault-input.ts";
import type { Fault } from "../twilio/faults.ts";
import { faultPresets } from "./fault-presets.ts";
import { clockTime, type Html, pill } from "./format.ts";

/** What a fault does, such as `edge: slow 300 ms, 10 % lost`. */
function sentenceOf({ target, kind, status, part, delayMs, lossPercent, percent }: Fault): string {
  const details = [
    kind === "status" ? (status ?? 500) : null,
    kind === "corrupt" ? (part ?? "signature") : null,
    delayMs === undefined ? null : `${delayMs} ms`,
    lossPercent === undefined ? null : `${lossPercent} % lost`,
    percent === undefined ? null : `${percent} % of them`,
  ].filter((detail) => detail !== null);
  return `${target}: ${kind} ${details.join(", ")}`.trim();
}

/** The same again, as it was asked for. */
function inputOf({ id: _id, struck: _struck, at: _at, ...input }: Fault): FaultInput {
  return input;
}

function renderFault(fault: Fault, button: Html): Html {
  const limit = fault.times === undefined ? "" : ` of ${fault.times}`;
  const isOver = fault.struck === fault.times;
  return html`<li>
    <p>
      ${pill(sentenceOf(fault), isOver ? "quiet" : "bad")}
      ${fault.match ? html`matching <span class="mono wrap">${fault.match}</span>,` : ""}
      since ${clockTime(fault.at)}, struck ${fault.struck}${limit}
    </p>
    ${button}
  </li>`;
}

function renderActive(fault: Fault): Html {
  const button = html`<button type="button" id="fault-${fault.id}" data-remove-fault="${fault.id}">
    Remove<span class="hidden"> ${sentenceOf(fault)}</span>
  </button>`;
  return renderFault(fault, button);
}

function renderSpent(fault: Fault): Html {
  const input = JSON.stringify(inputOf(fault));
  const button = html`<button type="button" id="again-${fault.id}" data-repeat-fault="${input}">
    Again<span class="hidden"> ${sentenceOf(fault)}</span>
  </button>`;
  return renderFault(fault, button);
}

/** Buttons that switch each fault on; the form around them narrows what it strikes. */
export function renderFaultForm({ config }: TwilioContext): Html {
  const people = config.phones.flatMap(({ name, identity }) =>
    identity ? { name, identity } : [],
  );
  return html`<form id="fault-form">
    <div class="narrow">
      <label>
        Only where this occurs
        <input name="match" list="fault-matches" placeholder="CallStatus=completed" />
      </label>
      <datalist id="fault-matches">
        ${people.map(({ name, identity }) => html`<option value="${identity}">${name}</option>`)}
        <option value="CallStatus=completed">Webhooks that say a leg is over</option>
        <option value="POST */Calls">Requests that place a call</option>
      </datalist>
      <label>Times <input name="times" type="number" min="1" placeholder="∞" /></label>
      <label>
        Percent <input name="percent" type="number" min="1" max="100" placeholder="100" />
      </label>
    </div>
    ${faultPresets.map(
      ({ title, presets }) => html`<fieldset>
        <legend>${title}</legend>
        ${presets.map(
          ({ label, fault }) =>
            html`<button type="button" data-add-fault="${JSON.stringify(fault)}">${label}</button>`,
        )}
      </fieldset>`,
    )}
    <p id="fault-problem" role="alert"></p>
  </form>`;
}

/** The faults that are switched on, each with a button that removes it, and those that are over. */
export function renderFaults({ faults }: TwilioContext): Html {
  const active = faults.list();
  const spent = faults.spent();
  return html`${
    active.length === 0
      ? html`<p class="empty">No faults: everything works.</p>`
      : html`<ul class="faults">${active.map(renderActive)}</ul>`
  }
  ${
    spent.length === 0
      ? ""
      : html`<h3>Over</h3>
        <ul class="faults">${spent.map(renderSpent)}</ul>`
  }
  ${
    active.length + spent.length < 2
      ? ""
      : html`<button type="button" id="no-faults" data-remove-faults>Remove all faults</button>`
  }`;
}
