import type { DeviceState } from "@/lib/calls/client/device";
import { connect } from "@/lib/supabase/connect";

/**
 * Tells the server when this browser has become able to take voice calls: somebody may be waiting
 * for that, to be put through.
 *
 * @returns takes each state of the device, and whether the tab has just woken up
 */
export function createReadyReport(): (device: DeviceState, isWaking: boolean) => void {
  let known: DeviceState = "off";
  return (device, isWaking) => {
    const isNews = device === "ready" && (isWaking || known !== "ready");
    known = device;
    if (isNews) void report();
  };
}

async function report(): Promise<void> {
  try {
    await (await connect()).rpc("ready_for_calls");
  } catch {
    // The client's code did not load; the next time the tab wakes it is asked for again.
  }
}
