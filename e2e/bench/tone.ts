const sampleRate = 48_000;

/**
 * A WAV file with a second of a 440 Hz tone, which Chromium repeats as the microphone's sound: its
 * own beeps only once a second, too rarely to time anything by.
 */
export function toneFile(): Buffer {
  const samples = Int16Array.from({ length: sampleRate }, (_, n) =>
    Math.round(8000 * Math.sin((2 * Math.PI * 440 * n) / sampleRate)),
  );
  const header = Buffer.alloc(44);
  header.write("RIFF");
  header.writeUInt32LE(36 + samples.byteLength, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write("data", 36);
  header.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([header, Buffer.from(samples.buffer)]);
}
