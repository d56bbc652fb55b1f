"use client";

import { RelayView } from "@/components/phone/by-phone/relay-view";
import { useRelay } from "@/components/phone/by-phone/use-relay";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { TryAgain } from "@/components/ui/try-again";

/** A pair, as telephone calls see it. */
export interface PhoneMatch {
  matchId: string;
  person: { id: string; name: string };
}

interface CallByPhoneDialogProps extends PhoneMatch {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Ways to reach a match by telephone. Mount it when it is wanted: it has the server lend a number. */
export function CallByPhoneDialog({ open, onOpenChange, ...match }: CallByPhoneDialogProps) {
  const { relay, failure, refresh } = useRelay(match.matchId);
  const { name } = match.person;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Call ${name} by phone`}
      description="Neither of you sees the other's number."
    >
      <div className="flex flex-col gap-4 px-3 pt-2 pb-4">
        {relay ? (
          <RelayView
            match={match}
            relay={relay}
            refresh={refresh}
            onDone={() => onOpenChange(false)}
          />
        ) : failure ? null : (
          <Loading />
        )}
        {failure ? (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p role="alert" className="min-w-48 flex-1 font-medium text-pretty text-danger">
              {failure.message}
            </p>
            <TryAgain look="quiet" onTry={refresh} />
          </div>
        ) : null}
      </div>
    </Dialog>
  );
}

function Loading() {
  return (
    <div role="status" aria-label="Looking for a number" className="flex flex-col gap-3">
      <Skeleton className="h-16 rounded-2xl!" />
      <Skeleton className="h-16 rounded-2xl!" />
      <Skeleton className="h-24 rounded-2xl!" />
    </div>
  );
}
