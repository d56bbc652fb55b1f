/** What one look has found: right, doubtful, wrong, or not looked at. */
export type State = "ok" | "warn" | "fail" | "skip";

export interface Finding {
  group: string;
  what: string;
  state: State;
  detail: string;
  /** What to do about it; with warnings and failures. */
  mend?: string;
}

/** Makes the findings of one group. */
export function findingsOf(group: string) {
  const plain = (state: State) => (what: string, detail: string) => ({
    group,
    what,
    state,
    detail,
  });
  const mendable = (state: State) => (what: string, detail: string, mend: string) => ({
    ...plain(state)(what, detail),
    mend,
  });
  return { ok: plain("ok"), skip: plain("skip"), warn: mendable("warn"), fail: mendable("fail") };
}

/** What went wrong, in one line and without an address's credentials. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message, cause } = error;
  return cause instanceof Error && message === "fetch failed" ? cause.message : message;
}
