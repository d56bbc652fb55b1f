// Sections arrive rendered; this script draws them and does what buttons and keys ask for.
import { pressButton } from "./buttons.ts";
import { drawPhones, drawTimers } from "./draw-phones.ts";
import { dial, operate, say, toggleUse } from "./handsets.ts";
import { follow } from "./live.ts";
import { followSwitch } from "./read-aloud.ts";
import { act } from "./send.ts";

let isDue = false;

/** Draws the phones once, however much has changed until the next frame. */
function drawSoon(): void {
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(() => {
    isDue = false;
    drawPhones();
  });
}

const phoneOf = (element: Element) =>
  element.closest<HTMLElement>("[data-phone]")?.dataset.phone ?? "";

document.addEventListener("click", async ({ target }) => {
  const button = target instanceof Element && target.closest("button");
  if (!button) return;
  const number = phoneOf(button);
  const { do: action, key, use } = button.dataset;
  if (use !== undefined) await toggleUse(number, drawSoon);
  else if (action) await operate(number, action, key);
  else pressButton(button);
  drawSoon();
});

document.addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  const fields = new FormData(form);
  if (form.dataset.dial !== undefined) await dial(phoneOf(form), String(fields.get("to")));
  if (form.dataset.say !== undefined) {
    form.reset();
    await say(phoneOf(form), String(fields.get("text")));
  }
  drawSoon();
});

document.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLSelectElement) || target.dataset.behaviour === undefined) return;
  void act(phoneOf(target), "behaviour", { answer: target.value, afterSeconds: 1 });
});

/** Keys of the keyboard press those of the call that has the focus. */
document.addEventListener("keydown", ({ target, key, ctrlKey, metaKey, altKey }) => {
  if (!(target instanceof Element) || target instanceof HTMLInputElement) return;
  if (ctrlKey || metaKey || altKey || !/^[\d*#]$/.test(key)) return;
  const button = target.closest("[data-call]")?.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (button instanceof HTMLButtonElement && !button.closest("[hidden]")) button.click();
});

followSwitch();
follow(drawPhones);
setInterval(drawTimers, 1000);
drawPhones();
