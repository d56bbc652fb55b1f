import { fieldsOf, numberOf, textOf } from "@/lib/fields";

/** A voice note that has been sent off by a person and is not confirmed by the server. */
export interface ShelvedNote {
  id: string;
  matchId: string;
  senderId: string;
  /** As bytes: Safari has lost blobs that it had stored. */
  bytes: ArrayBuffer;
  type: string;
  seconds: number;
  /** 0 to 100 each. */
  waveform: number[];
  /** Milliseconds since 1970. */
  writtenAt: number;
}

/** Keeps notes in this browser, for all its tabs and across reloads. It never throws. */
export interface Shelf {
  put: (note: ShelvedNote) => Promise<void>;
  remove: (id: string) => Promise<void>;
  /** Removes everything, of everybody. */
  clear: () => Promise<void>;
  has: (id: string) => Promise<boolean>;
  /** A person's notes, the oldest first; those of others are none of theirs. */
  notesOf: (senderId: string) => Promise<ShelvedNote[]>;
}

const storeName = "voice-notes";

/** The shelf in IndexedDB; where that is closed, as in some private windows, one in memory. */
export function createShelf(): Shelf {
  const inMemory = new Map<string, ShelvedNote>();
  let opening: Promise<IDBDatabase | null> | undefined;

  async function run(
    mode: IDBTransactionMode,
    request: (store: IDBObjectStore) => IDBRequest,
  ): Promise<unknown> {
    opening ??= openDatabase();
    const database = await opening;
    if (!database) return undefined;
    try {
      return await settled(request(database.transaction(storeName, mode).objectStore(storeName)));
    } catch {
      // Full, or closed by the browser: the copy in memory is there as long as the page.
      return undefined;
    }
  }

  return {
    async put(note) {
      inMemory.set(note.id, note);
      await run("readwrite", (store) => store.put(note));
    },
    async remove(id) {
      inMemory.delete(id);
      await run("readwrite", (store) => store.delete(id));
    },
    async clear() {
      inMemory.clear();
      await run("readwrite", (store) => store.clear());
    },
    async has(id) {
      const stored = await run("readonly", (store) => store.count(id));
      return stored === undefined ? inMemory.has(id) : stored === 1;
    },
    async notesOf(senderId) {
      const stored = await run("readonly", (store) => store.getAll());
      const all = Array.isArray(stored) ? stored.flatMap(readNote) : [...inMemory.values()];
      return all
        .filter((note) => note.senderId === senderId)
        .sort((a, b) => a.writtenAt - b.writtenAt);
    },
  };
}

function openDatabase(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    const request = indexedDB.open("duet", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: "id" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve(null);
  });
}

function settled(request: IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** An earlier version of Duet may have stored something else. */
function readNote(value: unknown): ShelvedNote[] {
  const { bytes, waveform, ...row } = fieldsOf(value);
  const [id, matchId, senderId] = [textOf(row.id), textOf(row.matchId), textOf(row.senderId)];
  const [type, seconds, writtenAt] = [
    textOf(row.type),
    numberOf(row.seconds),
    numberOf(row.writtenAt),
  ];
  if (!id || !matchId || !senderId || !type || seconds === null || writtenAt === null) return [];
  if (!(bytes instanceof ArrayBuffer) || !Array.isArray(waveform)) return [];
  const peaks = waveform.flatMap((peak: unknown) => numberOf(peak) ?? []);
  return [{ id, matchId, senderId, bytes, type, seconds, waveform: peaks, writtenAt }];
}
