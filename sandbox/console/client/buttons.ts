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

function addFault(kind: string): Promise<string> {
  const form = document.querySelector<HTMLFormElement>("#fault-form");
  const fields = new FormData(form ?? undefined);
  const match = String(fields.get("match")).trim();
  const times = Number(fields.get("times"));
  return send("POST", "/faults", {
    ...JSON.parse(kind),
    ...(match && { match }),
    ...(times > 0 && { times }),
  });
}

/** What the buttons outside the phones do. */
export function pressButton(button: HTMLElement): void {
  const { copy: code, addFault: fault, removeFault: id, hangUp: sid } = button.dataset;
  const { complete: room } = button.dataset;
  if (code) void copy(button, code);
  if (fault) void addFault(fault);
  if (id) void send("DELETE", `/faults/${id}`);
  if (sid) void send("POST", `/console/calls/${sid}/hang-up`);
  if (room) void send("POST", `/console/rooms/${room}/complete`);
}
