import { Button } from "@/components/ui/button";

interface ListEndProps {
  /** What is shown may be out of date. */
  failed: boolean;
  hasMore: boolean;
  busy: boolean;
  onMore: () => void;
}

/** Below a list that comes in pages: the way to the next one, and that the last try has failed. */
export function ListEnd({ failed, hasMore, busy, onMore }: ListEndProps) {
  return (
    <>
      {failed ? (
        <p role="alert" className="px-3 py-2 text-sm font-medium text-danger">
          The list could not be brought up to date. Check your connection.
        </p>
      ) : null}
      {hasMore ? (
        <Button look="quiet" busy={busy} className="mt-3 self-center" onClick={onMore}>
          Show more
        </Button>
      ) : null}
    </>
  );
}
