const count = 34;
const width = 340;
const height = 72;
const step = width / count;
/** Where a voice is drawn around, in bars. */
const centres = { mine: 11, theirs: 22 };
/** Bars that a live voice fills, up to the middle of the other one. */
export const liveBars = 22;

/** A moment of speech, as drawn: two bumps, far from each other or together. 0 to 1. */
function speech(index: number, centre: number): number {
  const envelope = Math.exp(-(((index - centre) / 8) ** 2));
  const ripple = 0.55 + 0.45 * Math.abs(Math.sin(index * 1.9 + centre));
  return 0.92 * envelope * ripple;
}

const still = (centre: number) => Array.from({ length: count }, (_, bar) => speech(bar, centre));
const mineStill = still(centres.mine);
const theirsStill = still(centres.theirs);

/**
 * Two waveforms that meet in the middle, each in its ink.
 *
 * @param mine - loudness of the left one from its beginning on, 0 to 1; as drawn when absent
 */
export function Waves({ mine = mineStill }: { mine?: readonly number[] }) {
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className="my-4 h-auto w-full" role="presentation">
      <Wave levels={mine} fill="var(--mark-one)" />
      <Wave levels={theirsStill} fill="var(--mark-two)" />
    </svg>
  );
}

function Wave({ levels, fill }: { levels: readonly number[]; fill: string }) {
  return (
    <g fill={fill} className="mix-blend-multiply dark:mix-blend-screen">
      {levels.map((level, bar) => {
        const size = Math.round(level * height);
        return size < 6 ? null : (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
            key={bar}
            x={bar * step + 2}
            y={(height - size) / 2}
            width={step - 4}
            height={size}
            rx={3}
          />
        );
      })}
    </g>
  );
}
