import type { Connection } from "@supabase/lite";

export interface Transaction {
  query<T>(text: string, params?: unknown[]): Promise<T[]>;
  /** Runs several statements; gives back nothing. */
  script(text: string): Promise<void>;
}

export interface Transactional extends Transaction {
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}

/** One database under Lite, the auth admin routes and Realtime. All methods act as superuser. */
export interface Database extends Transactional {
  connection: Connection;
  /** A transaction that is rolled back whatever `work` gives back. */
  rehearse<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Calls `handler` with the payload of each NOTIFY on `channel`, in commit order. */
  listen(channel: string, handler: (payload: string) => void): Promise<void>;
  /** Keeps others off the database while `work` runs, where they would share its connection. */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** `2026-11-20 22:03:37.357+00` as PostgREST writes it: `2026-11-20T22:03:37.357+00:00`. */
export function isoTimestamp(text: string): string {
  return text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00");
}
