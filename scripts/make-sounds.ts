/**
 * Writes the sounds of calls to public/sounds, so that neither a recording nor a CDN is needed:
 * `node scripts/make-sounds.ts`. Mono, 16 bit, 8 kHz, which is what a phone call carries anyway.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { wavFile } from "./wav.ts";

const rate = 8000;

interface Note {
  /** Hertz, sounded together. */
  tones: number[];
  /** Seconds from the start of the sound. */
  at: number;
  seconds: number;
  /** Peak, 0 to 1. */
  volume: number;
  /** `bell` dies away by itself, `flat` is held and only its edges are rounded. */
  shape: "bell" | "flat";
}

function envelope(note: Note, t: number): number {
  const edge = 0.008;
  const rise = Math.min(1, t / edge);
  const fall = Math.min(1, (note.seconds - t) / edge);
  const body = note.shape === "bell" ? Math.exp((-4 * t) / note.seconds) : 1;
  return rise * fall * body;
}

function render(seconds: number, notes: Note[]): Int16Array {
  const samples = new Float64Array(Math.round(seconds * rate));
  for (const note of notes) {
    const first = Math.round(note.at * rate);
    const count = Math.round(note.seconds * rate);
    for (let n = 0; n < count && first + n < samples.length; n++) {
      const t = n / rate;
      const wave = note.tones.reduce((sum, hz) => sum + Math.sin(2 * Math.PI * hz * t), 0);
      samples[first + n] =
        (samples[first + n] ?? 0) + (note.volume * envelope(note, t) * wave) / note.tones.length;
    }
  }
  return Int16Array.from(samples, (value) => Math.round(Math.max(-1, Math.min(1, value)) * 32767));
}

const bell = (hz: number, at: number, seconds = 0.9, volume = 0.55): Note => ({
  tones: [hz, hz * 2.01],
  at,
  seconds,
  volume,
  shape: "bell",
});
const held = (tones: number[], seconds: number, volume: number): Note => ({
  tones,
  at: 0,
  seconds,
  volume,
  shape: "flat",
});

/** Two voices that answer each other: D and A, then G and A. */
const ring = [587.3, 880, 784, 880].map((hz, step) => bell(hz, step * 0.22));

/** Row and column frequencies of ITU-T Q.23. */
const rows = [697, 770, 852, 941];
const columns = [1209, 1336, 1477];
const keypad = ["123", "456", "789", "s0h"];

const sounds: Record<string, Int16Array> = {
  incoming: render(2.6, ring),
  // North American ringback is 2 s of 440 + 480 Hz in 6; shorter here, and softer.
  ringback: render(4, [held([440, 480], 1.2, 0.16)]),
  outgoing: render(0.5, [bell(659.3, 0, 0.3, 0.35), bell(987.8, 0.1, 0.4, 0.35)]),
  disconnect: render(0.5, [bell(659.3, 0, 0.3, 0.35), bell(440, 0.12, 0.38, 0.35)]),
};
for (const [row, keys] of keypad.entries()) {
  for (const [column, key] of [...keys].entries()) {
    const pair = [rows[row] ?? 0, columns[column] ?? 0];
    sounds[`dtmf${key}`] = render(0.16, [held(pair, 0.16, 0.3)]);
  }
}

const folder = new URL("../public/sounds/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, samples] of Object.entries(sounds)) {
  writeFileSync(new URL(`${name}.wav`, folder), wavFile(samples, rate));
}
console.log(`${Object.keys(sounds).length} sounds written to public/sounds`);
