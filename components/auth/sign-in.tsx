"use client";

import type { CountryCode } from "libphonenumber-js/min";
import { useEffect, useState } from "react";
import type { Channel } from "@/components/auth/channels";
import { CodeStep } from "@/components/auth/code-step";
import { RecipientStep } from "@/components/auth/recipient-step";
import type { Recipient } from "@/components/auth/verification";
import { rememberPlace } from "@/components/shell/clock";
import type { Country } from "@/lib/phone/countries";

interface SignInProps {
  channels: readonly [Channel, ...Channel[]];
  countries: readonly Country[];
  country: CountryCode;
  /** A path of this site to go to afterwards. */
  next: string;
}

interface Sent {
  recipient: Recipient;
  resendAfterSeconds: number;
}

/** Sign-in in two steps: a number, then the code that was sent to it. */
export function SignIn({ channels, countries, country, next }: SignInProps) {
  const [sent, setSent] = useState<Sent | null>(null);
  useEffect(rememberPlace, []);
  return (
    <>
      <h1 className="text-4xl font-extrabold tracking-tight">
        {sent ? "Enter your code" : "Sign in"}
      </h1>
      {sent ? (
        <CodeStep
          recipient={sent.recipient}
          resendAfterSeconds={sent.resendAfterSeconds}
          onChangeRecipient={() => setSent(null)}
          // A whole new page, so that nothing of an earlier session stays in memory.
          onVerified={() => window.location.replace(next)}
        />
      ) : (
        <RecipientStep
          channels={channels}
          countries={countries}
          country={country}
          onSent={(recipient, resendAfterSeconds) => setSent({ recipient, resendAfterSeconds })}
        />
      )}
    </>
  );
}
