"use client";

import { usePathname } from "next/navigation";
import { useSurface } from "@/components/call/use-surface";
import { MatchListContent } from "@/components/chat/match-list-content";
import { NewGroup } from "@/components/chat/new-group";
import { cx } from "@/components/ui/class-names";
import { useIdle } from "@/components/ui/use-idle";

const fetchOffer = async () => (await import("@/components/push/push-offer")).PushOffer;

/**
 * The list's pane: the whole page on a phone, the left column from tablet width.
 *
 * @param pushKey - the server's public key for notifications; null without any
 */
export function MatchListPane({ pushKey }: { pushKey: string | null }) {
  const inThread = usePathname().startsWith("/matches/");
  const PushOffer = useSurface(useIdle() && pushKey !== null, fetchOffer);
  const Heading = inThread ? "h2" : "h1";
  return (
    <section
      aria-label="Matches"
      className={cx(
        "flex min-h-0 w-full shrink-0 flex-col border-line bg-surface md:w-80 md:border-r lg:w-96",
        inThread && "max-md:hidden",
      )}
    >
      <header className="safe-top pr-3 pb-2 pl-5">
        <div className="flex items-center justify-between pt-5">
          <Heading className="text-3xl font-extrabold tracking-tight">Matches</Heading>
          <NewGroup />
        </div>
      </header>
      <MatchListContent />
      {PushOffer && pushKey ? <PushOffer publicKey={pushKey} /> : null}
    </section>
  );
}
