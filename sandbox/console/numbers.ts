import { html } from "hono/html";
import type { TwilioContext } from "../twilio/context.ts";
import { empty, type Html } from "./format.ts";
import { purposeOf } from "./parties.ts";

/** The account's numbers, what they are for and whose calls they take; also what phones can call. */
export function renderNumbers(context: TwilioContext): Html {
  const numbers = context.numbers.list();
  if (numbers.length === 0) return empty("The account has no numbers.");
  return html`<table class="card">
      <thead>
        <tr>
          <th scope="col">Number</th><th scope="col">What it is</th><th scope="col">Name</th>
        </tr>
      </thead>
      <tbody>
        ${numbers.map(
          ({ phoneNumber, friendlyName }) => html`<tr>
            <td class="mono">${phoneNumber}</td>
            <td>${purposeOf(context, phoneNumber)}</td>
            <td>${friendlyName}</td>
          </tr>`,
        )}
      </tbody>
    </table>
    <datalist id="account-numbers">
      ${numbers.map(
        ({ phoneNumber, friendlyName }) =>
          html`<option value="${phoneNumber}">
            ${purposeOf(context, phoneNumber)}, ${friendlyName}
          </option>`,
      )}
    </datalist>`;
}
