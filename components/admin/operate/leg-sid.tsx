/** A leg's SID in small print: its beginning on a phone, where all of it would take three lines. */
export function LegSid({ children }: { children: string }) {
  return (
    <span
      title={children}
      className="block max-w-28 truncate text-xs text-ink-soft md:max-w-none md:overflow-visible"
    >
      {children}
    </span>
  );
}
