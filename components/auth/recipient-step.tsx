"use client";

import type { CountryCode } from "libphonenumber-js/min";
import { useState } from "react";
import { ChannelChoice } from "@/components/auth/channel-choice";
import type { Channel } from "@/components/auth/channels";
import { PhoneField } from "@/components/auth/phone-field";
import { type Recipient, startVerification } from "@/components/auth/verification";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { Country } from "@/lib/phone/countries";
import { type PhoneDraft, readPhone } from "@/lib/phone/draft";

interface RecipientStepProps {
  channels: readonly [Channel, ...Channel[]];
  countries: readonly Country[];
  country: CountryCode;
  /** A code is on its way. */
  onSent: (recipient: Recipient, resendAfterSeconds: number) => void;
}

/** First step: whom to send a code, and how. */
export function RecipientStep({ channels, countries, country, onSent }: RecipientStepProps) {
  const [channel, setChannel] = useState<Channel>(channels[0]);
  const [phone, setPhone] = useState<PhoneDraft>({ text: "", country });
  const [email, setEmail] = useState("");
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  function recipient(): Recipient | { problem: string } {
    if (channel === "email") {
      return /^\S+@\S+\.\S+$/.test(email.trim())
        ? { channel, email: email.trim() }
        : { problem: "Enter your email address, like name@example.com." };
    }
    const name = countries.find(({ code }) => code === phone.country)?.name ?? "this country";
    const read = readPhone(phone, name);
    return "problem" in read ? read : { channel, phone: read.e164 };
  }

  async function submit(event: React.FormEvent) {
    event.preventDefault();
    if (busy) return;
    const to = recipient();
    setError("problem" in to ? to.problem : undefined);
    if ("problem" in to) return;
    setBusy(true);
    const answer = await startVerification(to);
    setBusy(false);
    if (answer.ok) onSent(to, answer.resendAfterSeconds);
    else setError(answer.error.message);
  }

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-6">
      {channel === "email" ? (
        <TextField
          label="Email"
          type="email"
          name="email"
          autoComplete="email"
          placeholder="name@example.com"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={error}
        />
      ) : (
        <PhoneField countries={countries} value={phone} onChange={setPhone} error={error} />
      )}
      <ChannelChoice
        channels={channels}
        value={channel}
        onChange={(next) => {
          setChannel(next);
          setError(undefined);
        }}
      />
      <Button type="submit" busy={busy} className="min-h-13 text-lg">
        Send code
      </Button>
    </form>
  );
}
