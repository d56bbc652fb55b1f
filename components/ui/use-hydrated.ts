import { useSyncExternalStore } from "react";

const nothing = () => () => undefined;

/** Whether the page's code has arrived: false in the server's HTML and in the first render after it. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    nothing,
    () => true,
    () => false,
  );
}
