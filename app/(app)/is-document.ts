import "server-only";
import { headers } from "next/headers";

/**
 * Whether a browser waits for a whole document, and not for what a click within the app leads to.
 * There a skeleton would be in the way: once painted, React keeps it for 300 ms.
 */
export async function isDocument(): Promise<boolean> {
  return (await headers()).get("sec-fetch-dest") === "document";
}
