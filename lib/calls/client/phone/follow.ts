import type { PhoneCall } from "@/lib/calls/client/phone/phone-call";
import { fetchPhoneCall } from "@/lib/calls/client/phone/queries";
import type { Cell } from "@/lib/cell";
import { fieldsOf } from "@/lib/fields";
import { subscribeUserEvents } from "@/lib/realtime/user-events";
import { onWake } from "@/lib/realtime/wake";
import type { Connect } from "@/lib/supabase/connect";

/** Asks so often while a call is on, in case the news of it was lost. */
const askEveryMs = 5000;
/** How long a call that is over is shown. */
const lingerMs = 6000;

interface FollowOptions {
  connect: Connect;
  /** Profile id of the signed-in person. */
  me: string;
  call: Cell<PhoneCall | null>;
}

export interface Following {
  /** Looks now, as after a call was asked for. */
  look(): void;
  dismiss(): void;
  stop(): void;
}

/** Keeps the call that this person has on their telephone, as its row tells it. */
export function followPhoneCall({ connect, me, call }: FollowOptions): Following {
  let busy = false;
  let again = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const dismissed = new Set<string>();

  async function look() {
    again = busy;
    if (busy || stopped) return;
    busy = true;
    const shown = call.getSnapshot();
    try {
      const found = await fetchPhoneCall(await connect(), me, shown?.id ?? null);
      if (!stopped) show(found && dismissed.has(found.id) ? null : found);
    } catch {
      // Without an answer the page keeps what it shows; it asks again when the timer or the network does.
      plan(shown);
    }
    busy = false;
    if (again) void look();
  }

  function show(found: PhoneCall | null) {
    const shown = call.getSnapshot();
    plan(found);
    if (JSON.stringify(found) !== JSON.stringify(shown)) call.update(() => found);
  }

  function plan(shown: PhoneCall | null) {
    clearTimeout(timer);
    if (stopped || !shown) return;
    if (shown.phase === "ended") timer = setTimeout(dismiss, lingerMs);
    else timer = setTimeout(look, askEveryMs);
  }

  function dismiss() {
    clearTimeout(timer);
    const shown = call.getSnapshot();
    if (shown?.phase !== "ended") return;
    dismissed.add(shown.id);
    call.update(() => null);
  }

  const stops = [
    subscribeUserEvents("call", (payload) => {
      if (fieldsOf(payload).kind === "phone") void look();
    }),
    subscribeUserEvents("gap", () => void look()),
    onWake(() => void look()),
  ];
  void look();

  return {
    look: () => void look(),
    dismiss,
    stop() {
      stopped = true;
      clearTimeout(timer);
      for (const stop of stops) stop();
      call.update(() => null);
    },
  };
}
