const storageKey = "read-aloud";
/** How many sentences of each call have been dealt with. */
const read = new Map<string, number>();

/** The switch of the page that lets captions be read aloud; kept between visits. */
export function followSwitch(): void {
  const toggle = readingSwitch();
  if (!toggle) return;
  toggle.checked = localStorage.getItem(storageKey) !== "off";
  toggle.addEventListener("change", () => {
    localStorage.setItem(storageKey, toggle.checked ? "on" : "off");
    if (!toggle.checked) speechSynthesis.cancel();
  });
}

/** Reads what a phone has been told since the last time. */
export function readAloud(phone: Element): void {
  const list = phone.querySelector<HTMLElement>("[data-captions]");
  if (!list) return;
  const sid = list.dataset.captions ?? "";
  const sentences = [...list.children].map(({ textContent }) => textContent ?? "");
  const fresh = sentences.slice(read.get(sid) ?? 0);
  read.set(sid, sentences.length);
  if (!readingSwitch()?.checked || !("speechSynthesis" in globalThis)) return;
  for (const sentence of fresh) speechSynthesis.speak(new SpeechSynthesisUtterance(sentence));
}

const readingSwitch = () => document.querySelector<HTMLInputElement>("#read-aloud");
