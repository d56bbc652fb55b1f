import type { CallbackRequest } from "./callbacks.ts";
import type { FaultKind } from "./faults.ts";

/** One attempt to reach the app, as `/deliveries` and the console show it. */
export interface Delivery {
  id: number;
  kind: CallbackRequest["kind"];
  method: "GET" | "POST";
  url: string;
  params: Record<string, string>;
  callSid: string | null;
  roomSid: string | null;
  /** 1 for the first attempt. */
  attempt: number;
  /** Milliseconds since the epoch. */
  at: number;
  durationMs: number;
  status: number | null;
  body: string;
  error: string | null;
  /** The fault that touched it, if any. */
  fault: FaultKind | null;
}

const maxKept = 500;

/** The latest attempts; older ones are forgotten. */
export class DeliveryLog {
  /** Newest first. */
  readonly entries: Delivery[] = [];
  #nextId = 1;

  add(attempt: Omit<Delivery, "id">): void {
    this.entries.unshift({ ...attempt, id: this.#nextId++ });
    this.entries.length = Math.min(this.entries.length, maxKept);
  }
}
