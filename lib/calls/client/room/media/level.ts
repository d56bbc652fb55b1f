import { createCell, type Observable } from "@/lib/cell";

const intervalMs = 50;
/** Decibels below full scale that count as silence and as loud. */
const floor = -52;
const ceiling = -12;

function loudness(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const decibels = 10 * Math.log10(sum / samples.length);
  return Math.min(1, Math.max(0, (decibels - floor) / (ceiling - floor)));
}

interface Meter {
  read(): number;
  close(): void;
}

function openMeter(track: MediaStreamTrack): Meter {
  const context = new AudioContext();
  const source = context.createMediaStreamSource(new MediaStream([track]));
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    read() {
      // Suspended until somebody has touched the page.
      if (context.state === "suspended") void context.resume();
      analyser.getFloatTimeDomainData(samples);
      return loudness(samples);
    },
    close() {
      source.disconnect();
      void context.close();
    },
  };
}

/**
 * How loud a microphone is, 0 to 1, twenty times a second. It is measured only while somebody
 * listens.
 *
 * @param microphone - the track that is open now; null when none is, or when it is muted
 */
export function createLevel(
  microphone: () => { mediaStreamTrack: MediaStreamTrack } | null,
): Observable<number> {
  const cell = createCell(0);
  let listeners = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  let track: MediaStreamTrack | null = null;
  let meter: Meter | null = null;

  function follow(next: MediaStreamTrack | null) {
    if (next === track) return;
    meter?.close();
    track = next;
    meter = next ? openMeter(next) : null;
  }
  function tick() {
    follow(microphone()?.mediaStreamTrack ?? null);
    const level = meter?.read() ?? 0;
    cell.update(() => level);
  }

  return {
    getSnapshot: cell.getSnapshot,
    subscribe(listener) {
      const stop = cell.subscribe(listener);
      listeners += 1;
      timer ??= setInterval(tick, intervalMs);
      let heard = true;
      return () => {
        if (!heard) return;
        heard = false;
        stop();
        listeners -= 1;
        if (listeners > 0) return;
        clearInterval(timer);
        timer = undefined;
        follow(null);
      };
    },
  };
}
