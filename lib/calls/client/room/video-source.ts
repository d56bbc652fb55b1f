import type { VideoSource } from "@/lib/calls/client/room/view";

/** A video track of the SDK, as far as it is drawn. */
export interface Drawable {
  attach(element: HTMLMediaElement): unknown;
  detach(element: HTMLMediaElement): unknown;
}

const sources = new WeakMap<Drawable, VideoSource>();

/** A track as something to draw. The same track is the same picture, also on another camera. */
export function sourceOf(id: string, track: Drawable): VideoSource {
  const known = sources.get(track);
  if (known) return known;
  const source: VideoSource = {
    id,
    attach: (element) => void track.attach(element),
    detach(element) {
      track.detach(element);
      // A picture that is gone must not stay on the element as a still.
      if (element.srcObject instanceof MediaStream && element.srcObject.getTracks().length === 0) {
        element.srcObject = null;
      }
    },
  };
  sources.set(track, source);
  return source;
}
