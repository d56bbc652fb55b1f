import { type DeviceList, listDevices, noDevices } from "@/lib/calls/client/room/media/devices";
import type { CaptureKind } from "@/lib/calls/client/room/media/media-problems";
import { type Permission, watchPermission } from "@/lib/calls/client/room/media/permissions";

interface InventoryOptions {
  onList(): void;
  /** Something was plugged in or pulled out, and the list says so by now. */
  onPlug(): void;
  onPermission(kind: CaptureKind, permission: Permission): void;
}

/** What devices there are and which may be used, kept up to date while it is watched. */
export interface Inventory {
  list(): DeviceList;
  refresh(): Promise<void>;
  /** Idempotent. */
  watch(): void;
  stop(): void;
}

export function createInventory(options: InventoryOptions): Inventory {
  let list: DeviceList = { devices: noDevices, defaultMicrophone: null };
  let stop: (() => void) | null = null;

  async function refresh() {
    // Pages that are not secure have none.
    const media = navigator.mediaDevices;
    if (!media) return;
    list = await listDevices(media);
    options.onList();
  }

  return {
    list: () => list,
    refresh,
    watch() {
      if (stop) return;
      const onPlug = () => void refresh().then(options.onPlug);
      navigator.mediaDevices?.addEventListener("devicechange", onPlug);
      const kinds: readonly CaptureKind[] = ["camera", "microphone"];
      const unwatch = kinds.map((kind) =>
        watchPermission(kind, (permission) => options.onPermission(kind, permission)),
      );
      stop = () => {
        navigator.mediaDevices?.removeEventListener("devicechange", onPlug);
        for (const end of unwatch) end();
      };
      void refresh();
    },
    stop() {
      stop?.();
      stop = null;
    },
  };
}
