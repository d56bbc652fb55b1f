import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { version } from "@twilio/video-processors/es5/utils/version";

const folder = join(process.cwd(), "node_modules/@twilio/video-processors/dist/build");

/** What the blur's processor asks its `assetsPath` for, with the types that browsers insist on. */
const types: Readonly<Record<string, string>> = {
  "twilio-gaussian-blur-background-processor-pipeline-worker.js": "text/javascript; charset=utf-8",
  "tflite-simd-1-0-0.js": "text/javascript; charset=utf-8",
  "tflite-simd-1-0-0.wasm": "application/wasm",
  "tflite-1-0-0.js": "text/javascript; charset=utf-8",
  "tflite-1-0-0.wasm": "application/wasm",
  "selfie_segmentation_landscape.tflite": "application/octet-stream",
};

interface FileName {
  version: string;
  file: string;
}

/** Every file that there is. */
export function processorFiles(): FileName[] {
  return Object.keys(types).map((file) => ({ version, file }));
}

/** A file of the installed package; null when it is none of those, or of another version. */
export async function readProcessorFile(
  name: FileName,
): Promise<{ body: Uint8Array<ArrayBuffer>; type: string } | null> {
  const type = Object.hasOwn(types, name.file) ? types[name.file] : undefined;
  if (!type || name.version !== version) return null;
  return { body: new Uint8Array(await readFile(join(folder, name.file))), type };
}
