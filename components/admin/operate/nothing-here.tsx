/** In place of a list of figures that is empty: what would be in it. */
export function NothingHere({ children }: { children: React.ReactNode }) {
  return (
    <p className="rounded-card bg-surface px-5 py-6 text-pretty text-ink-soft shadow-lift">
      {children}
    </p>
  );
}
