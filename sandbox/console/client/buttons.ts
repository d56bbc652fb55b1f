import { announce } from "./live.ts";
import { send } from "./send.ts";

async function copy(button: HTMLElement, text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  button.textContent = "Copied";
  announce("Code copied");
  setTimeout(() => {
    button.textContent = "Copy";
  }, 1500);
}

/** Switches a preset on as the form narrows it. */
function addFault(preset: { match?: string }): Promise<void> {
  const form = document.querySelector<HTMLFormElement>("#fault-form");
  const fields = new FormData(form ?? undefined);
  const match = [preset.match, String(fields.get("match")).trim()].filter(Boolean).join("*");
  const [times, percent] = [Number(fields.get("times")), Number(fields.get("percent"))];
  return postFault({
    ...preset,
    ...(match && { match }),
    ...(times > 0 && { times }),
    ...(percent > 0 && { percent }),
  });
}

async function postFault(fault: object): Promise<void> {
  const problem = await send("POST", "/faults", fault);
  const told = document.getElementById("fault-problem");
  if (told) told.textContent = problem;
  if (!problem) announce("The fault is on");
}

/** What the buttons outside the phones do. */
export function pressButton(button: HTMLElement): void {
  const { copy: code, addFault: fault, removeFault: id, hangUp: sid } = button.dataset;
  const { complete: room, repeatFault: again, removeFaults: everyFault } = button.dataset;
  if (code) void copy(button, code);
  if (fault) void addFault(JSON.parse(fault));
  if (again) void postFault(JSON.parse(again));
  if (everyFault !== undefined) void send("DELETE", "/faults");
  if (id) void send("DELETE", `/faults/${id}`);
  if (sid) void send("POST", `/console/calls/${sid}/hang-up`);
  if (room) void send("POST", `/console/rooms/${room}/complete`);
}
