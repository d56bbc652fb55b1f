import { useId } from "react";

/** A part of a call's details, under a heading of its own. */
export function DetailsCard({ title, children }: { title: string; children: React.ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded-card bg-surface p-5 shadow-lift">
      <h3 id={id} className="mb-3 text-lg font-bold tracking-tight">
        {title}
      </h3>
      {children}
    </section>
  );
}
