import { ArrowRight, Ban, EyeOff, PhoneCall } from "lucide-react";
import Link from "next/link";
import { ProductPicture } from "@/app/(site)/product-picture";
import { buttonClass } from "@/components/ui/button-class";
import { Wordmark } from "@/components/ui/mark";
import { createServerClient } from "@/lib/supabase/server";

const promises = [
  {
    Icon: EyeOff,
    title: "Your number stays yours",
    text: "Calls go through Duet, even phone to phone. Nobody you talk to ever sees it.",
  },
  {
    Icon: PhoneCall,
    title: "Real calls, and only welcome ones",
    text: "Voice, video, alone or as a double date. You say who may ring you.",
  },
  {
    Icon: Ban,
    title: "Leave whenever you like",
    text: "Block in two presses, in a call too. It ends the call, the chat, and their view of you.",
  },
] as const;

export default async function Landing() {
  const { data } = await (await createServerClient()).auth.getClaims();
  const start = data
    ? { href: "/matches", name: "Open your matches" }
    : { href: "/signin", name: "Sign in with your phone" };
  return (
    <div className="safe-top flex min-h-dvh flex-col overflow-x-clip">
      <header className="mx-auto flex w-full max-w-6xl items-center justify-between px-5 py-3 md:px-8 md:py-5">
        <Wordmark />
        <Link href={start.href} className={buttonClass("outline")}>
          {data ? "Matches" : "Sign in"}
        </Link>
      </header>
      <main className="flex-1">
        <section className="mx-auto grid w-full max-w-6xl items-center gap-8 px-5 pt-6 pb-12 md:px-8 lg:grid-cols-[1.05fr_1fr] lg:gap-12 lg:pt-4 lg:pb-12">
          <div>
            <h1 className="font-display text-display font-extrabold tracking-[-0.035em]">
              You liked each other. Now <Overprint>talk.</Overprint>
            </h1>
            <p className="mt-5 max-w-lg text-lg text-ink-soft md:text-xl">
              Find somebody you like. When they like you too, write, send your voice, call or meet
              on video, and keep your number to yourself.
            </p>
            <div className="mt-7 flex flex-wrap items-center gap-x-5 gap-y-3">
              <Link href={start.href} className={buttonClass("primary", "min-h-13 px-7 text-lg")}>
                {start.name}
                <ArrowRight aria-hidden="true" size={20} />
              </Link>
              <p className="text-sm text-ink-soft">For people aged 18 and over.</p>
            </div>
          </div>
          <ProductPicture />
        </section>
        <section aria-label="What we promise" className="border-t border-line bg-surface">
          <ul className="mx-auto grid w-full max-w-6xl gap-8 px-5 py-12 md:grid-cols-3 md:px-8">
            {promises.map(({ Icon, title, text }) => (
              <li key={title}>
                <Icon aria-hidden="true" size={26} className="text-link" />
                <h2 className="mt-3 text-xl font-bold tracking-tight">{title}</h2>
                <p className="mt-1.5 max-w-sm text-ink-soft">{text}</p>
              </li>
            ))}
          </ul>
        </section>
      </main>
      <footer className="safe-bottom border-t border-line">
        <div className="mx-auto flex w-full max-w-6xl flex-wrap justify-between gap-x-6 gap-y-1 px-5 py-4 text-sm text-ink-soft md:px-8">
          <p className="py-2">Duet. Open source under the MIT licence.</p>
          <nav aria-label="More" className="-mx-2 flex">
            <FooterLink href="/safety">Safety</FooterLink>
            <FooterLink href="/docs/api">API</FooterLink>
          </nav>
        </div>
      </footer>
    </div>
  );
}

function FooterLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} className="inline-flex min-h-11 items-center px-2 font-semibold text-link">
      {children}
    </Link>
  );
}

/** A word printed in both inks, slightly out of register. */
function Overprint({ children }: { children: string }) {
  return (
    <span className="relative inline-block text-link">
      <span
        aria-hidden="true"
        className="absolute top-[0.035em] left-[0.045em] -z-10 text-mark-two select-none"
      >
        {children}
      </span>
      {children}
    </span>
  );
}
