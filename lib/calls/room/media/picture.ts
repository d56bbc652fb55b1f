import type { LocalVideoTrack } from "twilio-video";
import type { VideoSource } from "@/lib/calls/room/view";

const sources = new WeakMap<LocalVideoTrack, VideoSource>();

/** A track as something to draw. The same track is the same picture, also on another camera. */
export function pictureOf(track: LocalVideoTrack): VideoSource {
  const known = sources.get(track);
  if (known) return known;
  const source: VideoSource = {
    id: track.id,
    attach: (element) => void track.attach(element),
    detach: (element) => void track.detach(element),
  };
  sources.set(track, source);
  return source;
}
