import type { LocalVideoTrack, VideoProcessor } from "twilio-video";
import { within } from "@/lib/calls/client/within";

/** Where app/video-processors serves the package's files. */
const assetsPath = (version: string) => `/video-processors/${version}/`;
const workerFile = "twilio-gaussian-blur-background-processor-pipeline-worker.js";
/** Milliseconds. A worker that does not load never says so. */
const patienceMs = 20_000;

let loading: Promise<VideoProcessor> | null = null;

/** Whether this browser has all that the processor is made of. */
export function isBlurPossible(): boolean {
  return (
    typeof OffscreenCanvas === "function" &&
    typeof VideoFrame === "function" &&
    typeof ImageBitmapRenderingContext === "function" &&
    typeof Worker === "function" &&
    typeof WebAssembly === "object"
  );
}

async function load(): Promise<VideoProcessor> {
  const processors = await import("@twilio/video-processors");
  const path = assetsPath(processors.version);
  // The package waits for ever for a worker that cannot be fetched, and never asks for it again.
  const worker = await fetch(`${path}${workerFile}`);
  if (!worker.ok) throw new Error(`The blur's worker answers ${worker.status}`);
  const processor = new processors.GaussianBlurBackgroundProcessor({
    assetsPath: path,
    // Pixels; the package warns on the console when it is left out.
    blurFilterRadius: 15,
  });
  await processor.loadModel();
  return processor;
}

/**
 * The processor that blurs what is behind a person; one for the page, since each brings a worker
 * that is never let go.
 *
 * @throws Error when its files do not arrive in time
 */
export function loadBlur(): Promise<VideoProcessor> {
  loading ??= load().catch((error) => {
    loading = null;
    throw error;
  });
  return within(loading, patienceMs);
}

/** Has a track blurred, or shown as it is. */
export function applyBlur(track: LocalVideoTrack, processor: VideoProcessor | null): void {
  if (track.processor === processor) return;
  if (track.processor) track.removeProcessor(track.processor);
  if (!processor) return;
  track.addProcessor(processor, {
    inputFrameBufferType: "videoframe",
    outputFrameBufferContextType: "bitmaprenderer",
  });
}
