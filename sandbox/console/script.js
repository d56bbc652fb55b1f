// Sections arrive rendered; this file swaps them in and sends what the buttons ask for.

const connection = document.getElementById("connection");
const news = document.getElementById("news");
/** HTML held back while somebody uses a list in the section. */
const held = new Map();
let newestMessage = 0;

function announce(section) {
  const { newsAt = "0", news: text = "" } = section.querySelector("[data-news]")?.dataset ?? {};
  if (newestMessage > 0 && Number(newsAt) > newestMessage) news.textContent = text;
  newestMessage = Math.max(newestMessage, Number(newsAt), 1);
}

/** Replaces a section's content; what was open stays open and what had the focus keeps it. */
function swap(section, html) {
  const focused = section.contains(document.activeElement) ? document.activeElement : null;
  if (focused?.matches("select")) {
    held.set(section, html);
    return;
  }
  const open = new Map(
    [...section.querySelectorAll("details")].map((item) => [item.id, item.open]),
  );
  section.innerHTML = html;
  for (const item of section.querySelectorAll("details")) {
    if (open.has(item.id)) item.open = open.get(item.id);
  }
  if (focused) refocus(section, focused);
  announce(section);
}

function refocus(section, focused) {
  const summary = focused.matches("summary") && focused.closest("details").id;
  const copy = focused.dataset.copy;
  const again =
    (summary && section.querySelector(`#${CSS.escape(summary)} > summary`)) ||
    (copy && section.querySelector(`[data-copy="${CSS.escape(copy)}"]`)) ||
    (focused.id && document.getElementById(focused.id));
  again?.focus({ preventScroll: true });
}

function follow() {
  const events = new EventSource("/console/events");
  events.addEventListener("open", () => {
    connection.textContent = "Live";
    delete connection.dataset.lost;
  });
  events.addEventListener("error", () => {
    connection.textContent = "Reconnecting";
    connection.dataset.lost = "";
  });
  for (const section of document.querySelectorAll("[data-live]")) {
    announce(section);
    events.addEventListener(section.dataset.live, ({ data }) => swap(section, data));
  }
}

async function send(method, path, body) {
  const response = await fetch(path, { method, body: body && JSON.stringify(body) });
  if (!response.ok) news.textContent = `The sandbox refused: ${response.status}`;
}

async function copy(button) {
  await navigator.clipboard.writeText(button.dataset.copy);
  button.textContent = "Copied";
  news.textContent = "Code copied";
  setTimeout(() => {
    button.textContent = "Copy";
  }, 1500);
}

function addFault(button) {
  const form = new FormData(document.getElementById("fault-form"));
  const match = String(form.get("match")).trim();
  const times = Number(form.get("times"));
  return send("POST", "/faults", {
    ...JSON.parse(button.dataset.addFault),
    ...(match && { match }),
    ...(times > 0 && { times }),
  });
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (!button) return;
  const { copy: code, addFault: fault, removeFault: id, hangUp: sid } = button.dataset;
  const { complete: room } = button.dataset;
  if (code) copy(button);
  if (fault) addFault(button);
  if (id) send("DELETE", `/faults/${id}`);
  if (sid) send("POST", `/console/calls/${sid}/hang-up`);
  if (room) send("POST", `/console/rooms/${room}/complete`);
});

document.addEventListener("change", ({ target }) => {
  const number = target.dataset.behaviour;
  if (!number) return;
  target.blur();
  send("POST", `/phones/${encodeURIComponent(number)}/behaviour`, { answer: target.value });
});

document.addEventListener("focusout", () => {
  for (const [section, html] of held) {
    held.delete(section);
    queueMicrotask(() => swap(section, html));
  }
});

document.getElementById("fault-form").addEventListener("submit", (event) => event.preventDefault());
follow();
