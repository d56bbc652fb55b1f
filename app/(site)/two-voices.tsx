const bars = Array.from({ length: 34 }, (_, index) => index);
const width = 340;
const height = 72;
const step = width / bars.length;

/** Loudness of a voice along the picture: two bumps of speech, far from each other or together. */
function loudness(index: number, centre: number): number {
  const envelope = Math.exp(-(((index - centre) / 8) ** 2));
  const ripple = 0.55 + 0.45 * Math.abs(Math.sin(index * 1.9 + centre));
  return Math.round(height * 0.92 * envelope * ripple);
}

/** Two waveforms that meet in the middle, each in its ink. */
export function TwoVoices() {
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className="my-4 h-auto w-full" role="presentation">
      {[
        { centre: 11, fill: "var(--mark-one)" },
        { centre: 22, fill: "var(--mark-two)" },
      ].map(({ centre, fill }) => (
        <g key={fill} fill={fill} className="mix-blend-multiply dark:mix-blend-screen">
          {bars.map((bar) => {
            const size = loudness(bar, centre);
            return size < 6 ? null : (
              <rect
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
      ))}
    </svg>
  );
}
