"use client";

import { PeerPicture } from "@/components/call/peer-picture";
import { DetailsCard } from "@/components/calls/details-card";
import { peopleOf } from "@/lib/calls/history/people";
import type { RememberedCall } from "@/lib/calls/history/types";

/** Who took part in a call or was rung by it. */
export function CallPeople({ call, me }: { call: RememberedCall; me: string }) {
  return (
    <DetailsCard title="People">
      <ul className="flex flex-col gap-3">
        {peopleOf(call, me).map(({ id, name, words }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: several may be unknown; the order is fixed
          <li key={`${id} ${index}`} className="flex items-center gap-3">
            <PeerPicture profileId={id} name={name} size={38} />
            <span dir="auto" className="min-w-0 flex-1 truncate font-medium">
              {name}
            </span>
            <span className="text-right text-sm text-ink-soft">{words}</span>
          </li>
        ))}
      </ul>
    </DetailsCard>
  );
}
