"use client";

import type { CountryCode } from "libphonenumber-js/min";
import { useState } from "react";
import { useVoice } from "@/components/call/use-voice";
import { CallFrom, type OwnNumber } from "@/components/phone/dialer/call-from";
import { DialButtons } from "@/components/phone/dialer/dial-buttons";
import { DialField } from "@/components/phone/dialer/dial-field";
import { useDialKeys } from "@/components/phone/dialer/use-dial-keys";
import { useDialling } from "@/components/phone/dialer/use-dialling";
import { Pad } from "@/components/phone/pad";
import { useWhyNotPhone } from "@/components/phone/use-why-not-phone";
import { isLive } from "@/lib/calls/client/call-state";
import { playTone } from "@/lib/calls/client/tones";
import { commandVoice } from "@/lib/calls/client/voice";
import type { Country } from "@/lib/phone/countries";
import type { PhoneDraft } from "@/lib/phone/draft";
import { eraseDigit, pressKey, typeDialled } from "@/lib/phone/keypad";

interface DialerProps {
  countries: readonly Country[];
  /** Of numbers that are written without a country code. */
  country: CountryCode;
  ownNumbers: readonly OwnNumber[];
}

const laterKeys = "Once somebody has answered, you can press * and # in the call.";

function inCallWords(digits: string | null): string | null {
  if (digits === null) return null;
  return digits
    ? `Pressed in the call: ${digits}`
    : "You are in a call: the keys are pressed there.";
}

/** The pad to call any number from, by touch, by keyboard, or by pasting one. */
export function Dialer({ countries, country, ownNumbers }: DialerProps) {
  const [draft, setDraft] = useState<PhoneDraft>({ text: "", country });
  /** Of numbers without a code: a number of another country does not change it for the next one. */
  const [home, setHome] = useState(country);
  const [from, setFrom] = useState<string | null>(null);
  const [hint, setHint] = useState<string | null>(null);
  const { call, busy, problem, forgive } = useDialling();
  const reason = useWhyNotPhone(null);
  const voice = useVoice();

  function change(next: PhoneDraft) {
    const isAbroad = next.text.startsWith("+");
    // Only a choice from the list changes the country of a number that has no code.
    const isChosen = !isAbroad && next.country !== draft.country;
    if (isChosen) setHome(next.country);
    setDraft(isAbroad || isChosen ? next : { ...next, country: home });
    setHint(null);
    forgive();
  }
  const digits = voice.call.phase === "open" ? voice.call.digits : null;

  function press(key: string) {
    // Whoever talks and sees a pad means the call; the SDK makes its tones.
    if (digits !== null) return void commandVoice({ type: "digits", digits: key });
    playTone(key);
    if (key !== "*" && key !== "#") return change(pressKey(draft, key));
    forgive();
    setHint(laterKeys);
  }
  const erase = () => change(eraseDigit(draft));
  const place = () => {
    const name = countries.find(({ code }) => code === draft.country)?.name ?? draft.country;
    void call(draft, name, from);
  };
  const lit = useDialKeys({
    // In a call the keys are the call's.
    isOn: !isLive(voice.call),
    press,
    erase,
    place,
    paste: (text) => change(typeDialled(draft, text)),
  });

  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-3 md:py-6">
      <DialField countries={countries} value={draft} onChange={change} onEnter={place} />
      <div className="min-h-11 max-w-sm px-2 text-center text-sm font-medium text-pretty">
        <p role="alert" className="text-danger">
          {problem}
        </p>
        <p role="status" className="text-ink-soft">
          {problem ? null : (inCallWords(digits) ?? hint ?? reason)}
        </p>
      </div>
      <CallFrom numbers={ownNumbers} value={from} onChange={setFrom} />
      <Pad
        onPress={press}
        onHold={() => change(pressKey(draft, "+"))}
        lit={lit}
        className="w-full max-w-76 gap-x-5 gap-y-2.5 justify-items-center"
        keyClass="size-17 rounded-full bg-surface shadow-lift hover:bg-mine-wash data-lit:bg-mine-wash"
      />
      <DialButtons
        canErase={draft.text !== ""}
        busy={busy}
        disabled={reason !== null}
        onCall={place}
        onErase={erase}
      />
    </div>
  );
}
