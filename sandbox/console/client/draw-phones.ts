import { handsetOf, problemOf } from "./handsets.ts";
import { microphoneProblem } from "./microphone.ts";
import { readAloud } from "./read-aloud.ts";

const two = (count: number) => String(count).padStart(2, "0");

function elapsed(sinceMs: number): string {
  const seconds = Math.max(0, Math.floor((Date.now() - sinceMs) / 1000));
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}

function setText(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

const shown = new Set<string>();

/** Brings a call into view when it comes to a phone that is used here. */
function showOnce(phone: Element): void {
  const card = phone.querySelector<HTMLElement>("[data-call]");
  const sid = card?.dataset.call ?? "";
  if (!card || shown.has(sid)) return;
  shown.add(sid);
  card.scrollIntoView({ block: "nearest" });
}

function drawPhone(phone: HTMLElement): void {
  const number = phone.dataset.phone ?? "";
  const handset = handsetOf(number);
  const call = handset?.call ?? null;
  const use = phone.querySelector("[data-use]");
  use?.setAttribute("aria-pressed", String(handset !== undefined));
  setText(use, handset ? "Stop using it" : "Use this phone");

  for (const item of phone.querySelectorAll<HTMLElement>("[data-page-only]")) item.hidden = !call;
  for (const item of phone.querySelectorAll<HTMLElement>("[data-elsewhere]")) {
    item.hidden = call !== null;
  }
  if (call) showOnce(phone);
  const isMuted = call?.isMuted() ?? false;
  setText(phone.querySelector('[data-do="mute"]'), isMuted ? "Unmute" : "Mute");
  const { input = 0, output = 0 } = handset?.levels ?? {};
  for (const meter of phone.querySelectorAll<HTMLMeterElement>("meter")) {
    meter.value = meter.dataset.level === "input" ? input : output;
  }

  const problem = phone.querySelector<HTMLElement>("[data-problem]");
  const words = problemOf(number) || (call ? microphoneProblem : "");
  setText(problem, words);
  if (problem) problem.hidden = words === "";
  if (handset) readAloud(phone);
}

/** Draws onto the phones what only this page knows. */
export function drawPhones(): void {
  for (const phone of document.querySelectorAll<HTMLElement>("[data-phone]")) drawPhone(phone);
  drawTimers();
}

/** Brings every running timer up to now. */
export function drawTimers(): void {
  for (const timer of document.querySelectorAll<HTMLElement>("[data-since]")) {
    setText(timer, elapsed(Number(timer.dataset.since)));
  }
}
