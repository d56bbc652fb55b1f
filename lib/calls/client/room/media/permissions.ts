import type { CaptureKind } from "@/lib/calls/client/room/media/media-problems";

/** `unknown` where the browser cannot tell without asking the person. */
export type Permission = PermissionState | "unknown";

async function query(kind: CaptureKind): Promise<PermissionStatus | null> {
  try {
    return await navigator.permissions.query({ name: kind });
  } catch {
    // Firefox before 131 knows neither name.
    return null;
  }
}

/** Whether a device may be opened, as far as can be told without asking. */
export async function readPermission(kind: CaptureKind): Promise<Permission> {
  return (await query(kind))?.state ?? "unknown";
}

/**
 * Tells what the browser knows of a permission, and each change of it.
 *
 * @returns stops telling
 */
export function watchPermission(
  kind: CaptureKind,
  tell: (permission: Permission) => void,
): () => void {
  let status: PermissionStatus | null = null;
  let stopped = false;
  const onChange = () => tell(status?.state ?? "unknown");
  void query(kind).then((found) => {
    if (stopped) return;
    status = found;
    status?.addEventListener("change", onChange);
    onChange();
  });
  return () => {
    stopped = true;
    status?.removeEventListener("change", onChange);
  };
}
