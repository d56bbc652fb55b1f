"use client";

import { PhoneOff, X } from "lucide-react";
import { useState } from "react";
import { endOnBar, onBar } from "@/components/call/on-bar";
import { cx } from "@/components/ui/class-names";
import { notify } from "@/components/ui/notify";
import { Spinner } from "@/components/ui/spinner";
import { dismissPhoneCall, endPhoneCall } from "@/lib/calls/client/phone/phone";
import type { PhoneCall } from "@/lib/calls/client/phone/phone-call";

/** The call is over by the time the server answers so. */
const alreadyOver = new Set(["call_over", "not_found"]);

/** What can be done from the page with a call on this person's telephone. */
export function PhoneCallControls({ call }: { call: PhoneCall }) {
  const [ending, setEnding] = useState(false);

  async function end() {
    setEnding(true);
    const answer = await endPhoneCall(call.sid);
    if (answer.ok || alreadyOver.has(answer.error.code)) return;
    setEnding(false);
    void notify(answer.error.message);
  }

  if (call.phase === "ended") {
    return (
      <button type="button" className={onBar} onClick={dismissPhoneCall}>
        <X aria-hidden="true" size={20} />
        <span className="sr-only">Close</span>
      </button>
    );
  }
  return (
    <div className="flex items-center gap-1.5 md:gap-2">
      <button
        type="button"
        className={cx(onBar, endOnBar)}
        aria-busy={ending || undefined}
        aria-disabled={ending || undefined}
        onClick={() => ending || void end()}
      >
        {ending ? <Spinner size={20} /> : <PhoneOff aria-hidden="true" size={20} />}
        <span className="sr-only">End call</span>
      </button>
    </div>
  );
}
