import http from "node:http";
import https from "node:https";
import type { FailureClass } from "./overrides.ts";
import type { SignedRequest } from "./signing.ts";

export interface AttemptResult {
  status: number | null;
  body: string;
  contentType: string | null;
  error?: string;
  failure?: FailureClass;
}

export interface AttemptLimits {
  connectTimeoutMs: number;
  readTimeoutMs: number;
  signal: AbortSignal;
}

function classOfStatus(status: number): FailureClass | undefined {
  if (status >= 500) return "5xx";
  return status >= 400 ? "4xx" : undefined;
}

/**
 * Sends one webhook request and reads its answer; never rejects. Node's own client is used
 * because `fetch` cannot tell a connect timeout from a read timeout, which Twilio does.
 */
export function attempt(request: SignedRequest, limits: AttemptLimits): Promise<AttemptResult> {
  return new Promise((resolve) => {
    let connected = false;
    const fail = (error: string) =>
      resolve({
        status: null,
        body: "",
        contentType: null,
        error,
        failure: connected ? "rt" : "ct",
      });
    const client = request.url.startsWith("https:") ? https : http;
    const outgoing = client.request(
      request.url,
      { method: request.method, headers: request.headers, agent: false, signal: limits.signal },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("error", (error) => fail(error.message));
        incoming.on("end", () => {
          const status = incoming.statusCode ?? 500;
          resolve({
            status,
            body: Buffer.concat(chunks).toString("utf8"),
            contentType: incoming.headers["content-type"] ?? null,
            failure: classOfStatus(status),
          });
        });
      },
    );
    outgoing.on("socket", (socket) => {
      socket.setTimeout(limits.connectTimeoutMs, () =>
        outgoing.destroy(new Error(connected ? "Read timeout" : "Connect timeout")),
      );
      socket.once("connect", () => {
        connected = true;
        socket.setTimeout(limits.readTimeoutMs);
      });
    });
    outgoing.on("error", (error) => fail(error.message));
    outgoing.end(request.body);
  });
}
