interface FactsProps {
  facts: readonly { name: string; value: React.ReactNode; isBad?: boolean }[];
}

/** A few figures, large. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      {facts.map(({ name, value, isBad }) => (
        <div key={name} className="flex flex-col-reverse rounded-card bg-surface p-4 shadow-lift">
          <dt className="text-sm text-ink-soft">{name}</dt>
          <dd
            className={`text-2xl font-extrabold tracking-tight tabular-nums ${isBad ? "text-danger" : ""}`}
          >
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
