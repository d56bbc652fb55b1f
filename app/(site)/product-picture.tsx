import { Mic, PhoneOff } from "lucide-react";
import { TryVoice } from "@/app/(site)/try-voice";

const lines = [
  { mine: false, text: "OK, serious question: best street food, and where?" },
  { mine: true, text: "Pani puri, Juhu beach, 7 pm. Not up for debate." },
  { mine: false, text: "Too good to type about. Call?" },
] as const;

/** What Duet looks like, made of its own parts: a chat that has become a call, with a voice to try. */
export function ProductPicture() {
  return (
    <div className="relative mx-auto w-full max-w-md lg:max-w-none">
      <div aria-hidden="true" className="inks absolute inset-0 -z-10">
        <div className="absolute -top-6 -left-4 aspect-square w-[64%] rounded-full bg-mark-one lg:top-0 lg:left-[4%] lg:w-[58%]" />
        <div className="absolute -top-6 -right-4 aspect-square w-[64%] rounded-full bg-mark-two lg:top-0 lg:right-[4%] lg:w-[58%]" />
      </div>
      <div className="mx-auto mt-20 mb-2 w-[86%] lg:mt-28 max-w-sm rotate-[-1.5deg] rounded-[2.25rem] bg-paper p-3 shadow-high ">
        <div
          aria-hidden="true"
          className="flex items-center gap-3 rounded-[1.6rem] bg-surface p-3 shadow-lift"
        >
          <Face initial="P" className="bg-theirs text-on-theirs" />
          <div className="min-w-0 flex-1 leading-tight">
            <p className="font-display text-lg font-bold">Priya</p>
            <p className="text-sm text-good tabular-nums">
              <span className="max-sm:hidden">Connected · </span>4:12
            </p>
          </div>
          <Round className="bg-sunken">
            <Mic size={18} />
          </Round>
          <Round className="bg-coral text-on-coral">
            <PhoneOff size={18} />
          </Round>
        </div>
        <TryVoice />
        <div aria-hidden="true" className="flex flex-col gap-1.5 px-1 pb-2 text-[0.9375rem]">
          {lines.map(({ mine, text }) => (
            <p
              key={text}
              className={
                mine
                  ? "max-w-[80%] self-end rounded-bubble rounded-br-md bg-mine px-3.5 py-2 text-on-mine"
                  : "max-w-[80%] self-start rounded-bubble rounded-bl-md bg-theirs px-3.5 py-2 text-on-theirs"
              }
            >
              {text}
            </p>
          ))}
        </div>
      </div>
    </div>
  );
}

function Face({ initial, className }: { initial: string; className: string }) {
  return (
    <span
      className={`grid size-11 place-items-center rounded-full font-display text-lg font-bold ${className}`}
    >
      {initial}
    </span>
  );
}

function Round({ className, children }: { className: string; children: React.ReactNode }) {
  return (
    <span className={`grid size-10 place-items-center rounded-full ${className}`}>{children}</span>
  );
}
