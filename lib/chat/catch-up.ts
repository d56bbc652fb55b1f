import type { Cursor } from "@/lib/chat/queries";
import type { NewestPage } from "@/lib/chat/thread-state";
import type { Message } from "@/lib/chat/types";

const maxPages = 10;

/**
 * Fetches backwards from the newest message until the pages meet what is known, so that adding
 * them leaves no gap. After ten pages it stops; the thread then starts anew from these.
 *
 * @param known - the messages that are there, oldest first
 * @param fetchBefore - fetches one page, oldest first
 */
export async function catchUp(
  known: readonly Message[],
  fetchBefore: (cursor: Cursor | undefined) => Promise<NewestPage>,
): Promise<NewestPage> {
  let page = await fetchBefore(undefined);
  for (let pages = 1; pages < maxPages; pages++) {
    const oldest = page.messages[0];
    if (known.length === 0 || meets(known, page) || !page.hasOlder || !oldest) break;
    const older = await fetchBefore(oldest);
    page = { messages: [...older.messages, ...page.messages], hasOlder: older.hasOlder };
  }
  return page;
}

/** Whether a page reaches back to what is known, so that there is no gap between the two. */
export function meets(known: readonly Message[], page: NewestPage): boolean {
  const ids = new Set(known.map(({ id }) => id));
  return page.messages.some(({ id }) => ids.has(id));
}
