import { withBrowser } from "./browser.ts";
import { appLine, type Line, timeCall } from "./calls.ts";
import { type Figure, limitFigure } from "./report.ts";
import { residentMegabytes } from "./resident-memory.ts";
import { median } from "./statistics.ts";
import { timeFirstFrame } from "./video.ts";

const minuteMs = 60_000;
/** Of the whole time: caches fill, code is compiled. */
const warmUpShare = 0.2;

interface Sample {
  app: number;
  sandbox: number;
}

/**
 * Two browsers call each other again and again, by voice and by video in turn, and each call must be
 * heard or seen. Prints what app and sandbox hold in memory each minute, and how much more it is in
 * the last third than it was after the warm-up.
 */
export async function measureSoak(
  pids: { appPid: number; sandboxPid: number },
  minutes: number,
): Promise<Figure[]> {
  const samples: Sample[] = [];
  const calls = await withBrowser(async (browser) => {
    const line = await appLine(browser);
    const startedAt = performance.now();
    let calls = 0;
    while (samples.length < minutes) {
      await callOnce(line, calls);
      calls += 1;
      if (performance.now() - startedAt < (samples.length + 1) * minuteMs) continue;
      const sample = {
        app: residentMegabytes(pids.appPid),
        sandbox: residentMegabytes(pids.sandboxPid),
      };
      samples.push(sample);
      process.stderr.write(
        `${samples.length} min, ${calls} calls: app ${sample.app.toFixed(0)} MB, sandbox ${sample.sandbox.toFixed(0)} MB\n`,
      );
    }
    return calls;
  });
  const detail = (name: keyof Sample) => {
    const { before, after } = ends(samples.map((sample) => sample[name]));
    return `${calls} calls in ${minutes} min; ${before.toFixed(0)} MB after the warm-up, ${after.toFixed(0)} MB in the end`;
  };
  const growth = (name: keyof Sample) => {
    const { before, after } = ends(samples.map((sample) => sample[name]));
    return (after / before - 1) * 100;
  };
  return [
    limitFigure("Looping calls: the app's memory grows by", growth("app"), "%", detail("app"), 10),
    limitFigure(
      "Looping calls: the sandbox's memory grows by",
      growth("sandbox"),
      "%",
      detail("sandbox"),
      10,
    ),
  ];
}

async function callOnce(line: Line, count: number): Promise<void> {
  await (count % 2 === 0 ? timeCall(line) : timeFirstFrame(line));
}

/** The middles of the first and the last third after the warm-up. */
function ends(megabytes: readonly number[]): { before: number; after: number } {
  const settled = megabytes.slice(Math.floor(megabytes.length * warmUpShare));
  const third = Math.max(1, Math.floor(settled.length / 3));
  return { before: median(settled.slice(0, third)), after: median(settled.slice(-third)) };
}
