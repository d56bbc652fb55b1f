import { announce } from "./live.ts";

/** The sandbox's own words for what it did not do; empty when it did it. */
export async function send(method: string, path: string, body?: object): Promise<string> {
  const response = await fetch(path, { method, ...(body && { body: JSON.stringify(body) }) });
  if (response.ok) return "";
  const answer: { error?: string; message?: string } = await response.json().catch(() => ({}));
  const problem = answer.error ?? answer.message ?? `The sandbox refused: ${response.status}`;
  announce(problem);
  return problem;
}

/** Has a telephone do something that needs no sound of this page. */
export function act(number: string, action: string, body: object = {}): Promise<string> {
  return send("POST", `/phones/${encodeURIComponent(number)}/${action}`, body);
}
