import { morphContent } from "./morph.ts";

const connection = document.getElementById("connection");
const news = document.getElementById("news");
let newestMessage = 0;

/** Says a sentence to those who do not see the page. */
export function announce(sentence: string): void {
  if (news) news.textContent = sentence;
}

function announceNews(section: Element): void {
  const told = section.querySelector<HTMLElement>("[data-news]");
  const at = Number(told?.dataset.newsAt ?? 0);
  if (newestMessage > 0 && at > newestMessage) announce(told?.dataset.news ?? "");
  newestMessage = Math.max(newestMessage, at, 1);
}

function showConnection(isLost: boolean): void {
  if (!connection) return;
  connection.textContent = isLost ? "Reconnecting" : "Live";
  connection.toggleAttribute("data-lost", isLost);
}

/**
 * Keeps every live section as the sandbox draws it.
 * @param drawn called after each change of a section
 */
export function follow(drawn: () => void): void {
  const events = new EventSource("/console/events");
  events.addEventListener("open", () => showConnection(false));
  events.addEventListener("error", () => showConnection(true));
  for (const section of document.querySelectorAll<HTMLElement>("[data-live]")) {
    announceNews(section);
    events.addEventListener(section.dataset.live ?? "", ({ data }: MessageEvent<string>) => {
      morphContent(section, data);
      announceNews(section);
      drawn();
    });
  }
}
