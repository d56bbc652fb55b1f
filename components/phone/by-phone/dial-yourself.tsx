"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { iconButtonClass } from "@/components/ui/button-class";
import { notify } from "@/components/ui/notify";
import type { Relay } from "@/lib/calls/client/phone/relay";
import { displayPhone } from "@/lib/phone/draft";

/** The numbers by which a match is reached from one's own telephone, without the app. */
export function DialYourself({ relay, name }: { relay: Relay; name: string }) {
  const { number, mainNumber, extension } = relay;
  return (
    <div className="rounded-2xl bg-sunken px-4 py-3">
      {number ? (
        <div className="flex items-center gap-2">
          <p className="min-w-0 flex-1 text-pretty">
            Or dial <PhoneLink number={number} /> from your phone.
          </p>
          <CopyButton number={number} />
        </div>
      ) : (
        <p className="text-pretty">
          No number is free for the two of you right now. The main line below always works.
        </p>
      )}
      {mainNumber && extension !== null ? (
        <p className="mt-1 text-sm text-pretty text-ink-soft">
          Main line <PhoneLink number={mainNumber} />, key 1, then extension{" "}
          <span className="font-semibold text-ink tabular-nums">{extension}</span>
        </p>
      ) : null}
      {number ? (
        <p className="mt-1 text-sm text-pretty text-ink-soft">
          It reaches {name} only from the phone that you signed in with.
        </p>
      ) : null}
    </div>
  );
}

function PhoneLink({ number }: { number: string }) {
  return (
    <a
      href={`tel:${number}`}
      className="inline-block font-semibold whitespace-nowrap text-link tabular-nums underline underline-offset-4"
    >
      {displayPhone(number)}
    </a>
  );
}

function CopyButton({ number }: { number: string }) {
  const [copied, setCopied] = useState(false);
  async function copy() {
    try {
      await navigator.clipboard.writeText(number);
      setCopied(true);
    } catch {
      void notify("Your browser did not allow that. Select the number and copy it.");
    }
  }
  const Icon = copied ? Check : Copy;
  return (
    <button type="button" className={iconButtonClass()} onClick={() => void copy()}>
      <Icon aria-hidden="true" size={20} />
      <span className="sr-only">Copy number</span>
      <span role="status" className="sr-only">
        {copied ? "Copied" : ""}
      </span>
    </button>
  );
}
