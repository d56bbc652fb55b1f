import { Button } from "@/components/ui/button";

interface SaveBarProps {
  changed: boolean;
  busy: boolean;
  error: string | undefined;
}

/** Stays in view while there is something to save. */
export function SaveBar({ changed, busy, error }: SaveBarProps) {
  if (!changed && !error) return null;
  return (
    <div className="sticky bottom-3 z-10 flex animate-rise items-center justify-between gap-4 rounded-card bg-surface py-3 pr-3 pl-5 shadow-high outline-1 outline-line">
      {error ? (
        <p role="alert" className="text-sm font-medium text-danger">
          {error}
        </p>
      ) : (
        <p className="text-sm text-ink-soft">Not saved yet</p>
      )}
      <Button type="submit" busy={busy} className="shrink-0">
        Save
      </Button>
    </div>
  );
}
