/**
 * Writes the moving picture that Echo sends in video calls, as VP8 in an IVF file, with Chromium's
 * encoder: `node scripts/make-echo-picture.ts`. Four seconds that end where they began.
 */
import { writeFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { chromiumOptions } from "../e2e/chromium.ts";

const picture = { width: 640, height: 360, framesPerSecond: 15, seconds: 4, bitrate: 120_000 };
const file = new URL("../sandbox/twilio/video-edge/echo/picture.ivf", import.meta.url);

/** Runs in the page: draws each frame and gives it back encoded, as base64. */
async function encode({ width, height, framesPerSecond, seconds, bitrate }: typeof picture) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("No canvas");
  const chunks: string[] = [];
  const encoder = new VideoEncoder({
    output: (chunk) => {
      const bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
      chunks.push(btoa(String.fromCharCode(...bytes)));
    },
    error: (error) => {
      throw error;
    },
  });
  encoder.configure({ codec: "vp8", width, height, bitrate, framerate: framesPerSecond });
  const count = framesPerSecond * seconds;
  for (let index = 0; index < count; index++) {
    const phase = index / count;
    context.fillStyle = "#2b1640";
    context.fillRect(0, 0, width, height);
    for (let ring = 0; ring < 4; ring++) {
      const age = (phase * 2 + ring / 4) % 1;
      context.strokeStyle = `rgb(255 120 130 / ${1 - age})`;
      context.lineWidth = 6;
      context.beginPath();
      context.arc(width / 2, height / 2, 60 + age * 150, 0, 2 * Math.PI);
      context.stroke();
    }
    context.fillStyle = "#ff7882";
    context.beginPath();
    const lift = 6 * Math.sin(phase * 4 * Math.PI);
    context.arc(width / 2, height / 2 + lift, 64, 0, 2 * Math.PI);
    context.fill();
    context.fillStyle = "#fff";
    context.font = "bold 38px sans-serif";
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText("Echo", width / 2, height / 2 + lift);
    const frame = new VideoFrame(canvas, { timestamp: (index * 1e6) / framesPerSecond });
    encoder.encode(frame, { keyFrame: index === 0 });
    frame.close();
  }
  await encoder.flush();
  return chunks;
}

/** @see https://wiki.multimedia.cx/index.php/Duck_IVF */
function ivf(frames: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(32);
  header.write("DKIF");
  header.writeUInt16LE(header.length, 6);
  header.write("VP80", 8);
  header.writeUInt16LE(picture.width, 12);
  header.writeUInt16LE(picture.height, 14);
  header.writeUInt32LE(picture.framesPerSecond, 16);
  header.writeUInt32LE(1, 20);
  header.writeUInt32LE(frames.length, 24);
  const blocks = frames.flatMap((frame, index) => {
    const size = Buffer.alloc(12);
    size.writeUInt32LE(frame.length, 0);
    size.writeUInt32LE(index, 4);
    return [size, frame];
  });
  return Buffer.concat([header, ...blocks]);
}

const browser = await chromium.launch(chromiumOptions());
const page = await browser.newPage();
// The encoder is there for pages of a secure origin alone.
await page.route("http://localhost/", (route) => route.fulfill({ body: "" }));
await page.goto("http://localhost/");
const chunks = await page.evaluate(encode, picture);
await browser.close();
const bytes = ivf(chunks.map((chunk) => Buffer.from(chunk, "base64")));
writeFileSync(file, bytes);
console.log(`${file.pathname}: ${chunks.length} frames, ${bytes.length} bytes`);
