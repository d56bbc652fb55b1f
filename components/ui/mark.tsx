/** The mark of Duet: two voices, and what they have in common. Decorative. */
export function Mark({ size = 32, className }: { size?: number; className?: string }) {
  return (
    <svg
      viewBox="0 0 48 34"
      width={(size * 48) / 34}
      height={size}
      aria-hidden="true"
      className={className}
    >
      <circle cx="17" cy="17" r="17" fill="var(--mark-one)" />
      <circle cx="31" cy="17" r="17" fill="var(--mark-two)" />
      <path d="M24 1.508a17 17 0 0 1 0 30.984a17 17 0 0 1 0-30.984z" fill="var(--mark-both)" />
    </svg>
  );
}

/** Mark and name. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5 font-display text-2xl font-extrabold tracking-tight">
      <Mark size={24} />
      Duet
    </span>
  );
}
