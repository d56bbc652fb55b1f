const key = (matchId: string) => `draft:${matchId}`;

/** The unsent text of a match in this tab; empty when there is none or storage is closed. */
export function readDraft(matchId: string): string {
  try {
    return sessionStorage.getItem(key(matchId)) ?? "";
  } catch {
    return "";
  }
}

/** Keeps the unsent text of a match until the tab closes. */
export function writeDraft(matchId: string, text: string): void {
  try {
    if (text.trim() === "") sessionStorage.removeItem(key(matchId));
    else sessionStorage.setItem(key(matchId), text);
  } catch {
    // Browsers may forbid storage; the text then lives as long as the field.
  }
}
