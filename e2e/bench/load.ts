import { fork } from "node:child_process";
import { once } from "node:events";
import type { IncomingHttpHeaders } from "node:http";
import { appUrl } from "../addresses.ts";

export interface LoadRequest {
  method: "GET" | "POST";
  path: string;
  headers?: IncomingHttpHeaders;
  body?: string;
}

export interface Job {
  /** Origin. */
  url: string;
  connections: number;
  requests: LoadRequest[];
  /** Each request is sent a single time, the connections taking equal shares. */
  once?: boolean;
  /** How long the requests go round otherwise. */
  seconds?: number;
}

export const connections = 16;

/** A route that does nothing but answer. */
const bare: LoadRequest = { method: "GET", path: "/api/health/live" };

/** How long a round goes on whose requests may repeat. */
export const roundSeconds = 3;

/** How many answers a second the bare route gives. */
export const bareRate = () =>
  answersPerSecond({ url: appUrl, connections, seconds: roundSeconds, requests: [bare] });

/**
 * Sends requests over keep-alive connections, one at a time on each, from a process of its own.
 *
 * @returns answers a second
 * @throws Error when any answer is not a success
 */
export async function answersPerSecond(job: Job): Promise<number> {
  const worker = fork(new URL("./load-process.ts", import.meta.url));
  worker.send(job);
  const [rate] = await Promise.race([
    once(worker, "message"),
    once(worker, "exit").then(() => {
      throw new Error("The load could not be sent.");
    }),
  ]);
  return Number(rate);
}
