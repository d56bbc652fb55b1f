/** More than fit on the widest screen. */
const bars = 160;

/** How loud it has been in the last seconds, the latest at the end. */
export function LiveWaveform({ levels }: { levels: readonly number[] }) {
  const latest = levels.slice(-bars);
  return (
    <span
      aria-hidden="true"
      className="flex h-8 min-w-0 flex-1 items-center justify-end gap-0.5 overflow-hidden"
    >
      {latest.map((level, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its moment
          key={levels.length - latest.length + index}
          className="w-0.75 shrink-0 rounded-full bg-mine"
          style={{ height: `${Math.max(10, level * 100)}%` }}
        />
      ))}
    </span>
  );
}
