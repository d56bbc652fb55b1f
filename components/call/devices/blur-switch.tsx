"use client";

import { Switch } from "@/components/ui/switch";
import type { LocalMedia, LocalMediaView } from "@/lib/calls/client/room/media/local-media-view";

function hint({ isBlurStarting, hasBlurFailed }: LocalMediaView): string {
  if (isBlurStarting) return "One moment…";
  if (hasBlurFailed) return "That did not load. Try again.";
  return "Others see you, not your room.";
}

/** Blurs what is behind the person. Not shown where the browser cannot. */
export function BlurSwitch({ media, view }: { media: LocalMedia; view: LocalMediaView }) {
  if (!view.canBlur) return null;
  return (
    <Switch
      label="Blur background"
      hint={hint(view)}
      checked={view.isBlurred}
      onCheckedChange={(on) => void media.setBlur(on)}
    />
  );
}
