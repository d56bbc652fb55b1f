import { html } from "hono/html";
import type { Topic, TwilioContext } from "../twilio/context.ts";
import { renderCalls } from "./calls.ts";
import { renderDeliveries } from "./deliveries.ts";
import { renderFaultForm, renderFaults } from "./faults.ts";
import type { Html } from "./format.ts";
import { renderNumbers } from "./numbers.ts";
import { renderPhones } from "./phones.ts";
import { renderRecordings } from "./recordings.ts";
import { renderRooms } from "./rooms.ts";

/** A live part of the page. */
export type Section = Topic | "recordings";

/** What each live part of the page shows at this moment. */
export const sections: Record<Section, (context: TwilioContext) => Html> = {
  phones: renderPhones,
  calls: renderCalls,
  rooms: renderRooms,
  recordings: renderRecordings,
  numbers: renderNumbers,
  deliveries: renderDeliveries,
  faults: renderFaults,
};

/** The parts to draw anew when something has changed. */
export function sectionsOf(topic: Topic): Section[] {
  return topic === "calls" ? ["phones", "calls", "recordings"] : [topic];
}

function renderSection(
  context: TwilioContext,
  topic: Section,
  title: string,
  before: Html | "" = "",
) {
  return html`<section id="${topic}" aria-labelledby="${topic}-title">
    <h2 id="${topic}-title">${title}</h2>
    ${before}
    <div data-live="${topic}">${sections[topic](context)}</div>
  </section>`;
}

function renderReadingSwitch(): Html {
  return html`<label class="switch">
    <input type="checkbox" id="read-aloud" /> Read aloud what the phones used here are told
  </label>`;
}

/** Few enough for the width of a phone. */
const places: readonly Section[] = ["phones", "calls", "rooms", "faults", "deliveries"];

/** The console as one HTML page, complete without its script. */
export function renderPage(context: TwilioContext): Html {
  const { config, baseUrl } = context;
  const links = [
    { name: "App", url: config.publicUrl },
    { name: "Twilio", url: baseUrl },
    ...config.links,
  ];
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Duet sandbox</title>
    <link rel="icon" href="/console/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/console/style.css" />
    <link rel="stylesheet" href="/console/phones.css" />
    <script type="module" src="/console/client/main.ts"></script>
  </head>
  <body>
    <a class="skip" href="#phones">Skip to the phones</a>
    <header class="top">
      <h1><img src="/console/icon.svg" alt="" width="28" height="28" /> Duet sandbox</h1>
      <dl>
        ${links.map(
          ({ name, url }) =>
            html`<div><dt>${name}</dt><dd><a href="${url}">${url.replace(/^https?:\/\//, "")}</a></dd></div>`,
        )}
      </dl>
      <p class="connection" id="connection" role="status">Live</p>
    </header>
    <nav aria-label="Sections">
      ${places.map(
        (place) =>
          html`<a href="#${place}">${place.replace(/^./, (letter) => letter.toUpperCase())}</a>`,
      )}
    </nav>
    <main>
      ${renderSection(context, "phones", "Phones", renderReadingSwitch())}
      <div class="column">
        ${renderSection(context, "calls", "Calls")}
        ${renderSection(context, "recordings", "Recordings")}
        ${renderSection(context, "rooms", "Rooms")}
        ${renderSection(context, "numbers", "Numbers")}
        ${renderSection(context, "faults", "Faults", renderFaultForm(context))}
        ${renderSection(context, "deliveries", "Webhook deliveries")}
      </div>
    </main>
    <p class="hidden" id="news" role="status"></p>
  </body>
</html>`;
}
