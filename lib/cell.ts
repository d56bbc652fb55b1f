/** A value with listeners, in the shape that useSyncExternalStore wants. */
export interface Observable<T> {
  subscribe: (listener: () => void) => () => void;
  getSnapshot: () => T;
}

/** An observable that its owner can change. */
export interface Cell<T> extends Observable<T> {
  /** Replaces the value; listeners hear of it unless it is the very same. */
  update: (change: (value: T) => T) => void;
}

/** An observable that holds a value, beginning with `initial`. */
export function createCell<T>(initial: T): Cell<T> {
  const listeners = new Set<() => void>();
  let value = initial;
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => value,
    update(change) {
      const next = change(value);
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
  };
}
