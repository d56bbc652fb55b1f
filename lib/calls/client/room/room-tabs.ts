import type { RoomView } from "@/lib/calls/client/room/view";

type Held = NonNullable<RoomView["elsewhere"]>;
type Message = { type: "hello" } | { type: "held"; held: Held | null };

interface RoomTabsOptions {
  /** Tabs of one name belong together. */
  name: string;
  locks: LockManager;
  openChannel(name: string): BroadcastChannel;
  /** Another tab holds this call; null when none does any more. */
  onElsewhere(held: Held | null): void;
}

/** Lets one tab of a browser at a time be in a room, and the others know of it. */
export interface RoomTabs {
  /**
   * Takes the one place in a room.
   *
   * @param patienceMs - how long to wait for a tab that is closing
   * @returns false when another tab keeps it
   */
  take(held: Held, patienceMs: number): Promise<boolean>;
  giveUp(): void;
  stop(): void;
}

/** Joins this tab to the others of the browser. */
export function joinRoomTabs({ name, locks, openChannel, onElsewhere }: RoomTabsOptions): RoomTabs {
  const channel = openChannel(name);
  const post = (message: Message) => channel.postMessage(message);
  let held: Held | null = null;
  let release: (() => void) | null = null;
  let waiting = new AbortController();

  /** A tab that crashes says nothing, but it loses the lock. */
  async function awaitEnd() {
    waiting.abort();
    waiting = new AbortController();
    const { signal } = waiting;
    try {
      await locks.request(name, { signal, mode: "shared" }, () => onElsewhere(null));
    } catch (error) {
      if (!isAbort(error)) throw error;
    }
  }

  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.type === "hello") {
      if (held) post({ type: "held", held });
      return;
    }
    onElsewhere(data.held);
    if (data.held) void awaitEnd();
  };
  post({ type: "hello" });

  function giveUp() {
    if (!held) return;
    held = null;
    release?.();
    release = null;
    post({ type: "held", held });
  }

  return {
    async take(wanted, patienceMs) {
      if (held) {
        held = wanted;
        return true;
      }
      waiting.abort();
      const { promise: taken, resolve: answer } = Promise.withResolvers<boolean>();
      const request = locks.request(name, { signal: AbortSignal.timeout(patienceMs) }, () => {
        held = wanted;
        post({ type: "held", held });
        answer(true);
        return new Promise<void>((resolve) => {
          release = resolve;
        });
      });
      request.catch(() => {
        void awaitEnd();
        answer(false);
      });
      return taken;
    },
    giveUp,
    stop() {
      giveUp();
      waiting.abort();
      channel.onmessage = null;
      channel.close();
    },
  };
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
