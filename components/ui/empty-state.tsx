import { Mark } from "@/components/ui/mark";

interface EmptyStateProps {
  title: string;
  children: React.ReactNode;
  /** What to do next: a link or a button. */
  action?: React.ReactNode;
  /** Heading level, so that the page's outline stays right. */
  level?: 1 | 2;
}

/** A friendly page for "nothing here", with the next step. */
export function EmptyState({ title, children, action, level = 2 }: EmptyStateProps) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center gap-3 px-6 py-10 text-center">
      <Mark size={56} className="mb-2" />
      <Heading className="text-2xl font-bold tracking-tight">{title}</Heading>
      <div className="text-ink-soft">{children}</div>
      {action ? <div className="mt-3 flex flex-wrap justify-center gap-3">{action}</div> : null}
    </div>
  );
}
