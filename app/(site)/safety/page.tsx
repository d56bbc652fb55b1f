import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { advice, howItWorks } from "@/app/(site)/safety/advice";
import { buttonClass } from "@/components/ui/button-class";
import { Wordmark } from "@/components/ui/mark";
import { env } from "@/lib/env";

export const metadata: Metadata = {
  title: "Safety",
  description: "How to stay safe when you chat, call and meet, and what blocking and reporting do.",
};
// The address for help is set where it runs, not where it is built.
export const dynamic = "force-dynamic";

export default function SafetyPage() {
  const { supportEmail } = env().accounts;
  return (
    <div className="safe-top flex min-h-dvh flex-col bg-paper">
      <header className="mx-auto flex w-full max-w-3xl items-center justify-between gap-4 px-5 py-3 md:py-5">
        <Link href="/" className="inline-flex min-h-11 items-center">
          <Wordmark />
        </Link>
        <Link href="/matches" className={buttonClass("outline")}>
          <ArrowLeft aria-hidden="true" size={18} />
          Back to Duet
        </Link>
      </header>
      <main className="mx-auto w-full max-w-3xl flex-1 px-5 pb-14">
        <h1 className="pt-4 font-display text-4xl font-extrabold tracking-tight md:text-5xl">
          You decide who reaches you
        </h1>
        <p className="mt-3 max-w-xl text-lg text-ink-soft">
          Most people here are what they seem. This page is for the times when something feels off.
          Trust that feeling: you owe nobody an answer, a picture or a meeting.
        </p>
        <section
          aria-labelledby="danger"
          className="mt-7 rounded-card bg-coral-wash p-5 shadow-lift md:p-6"
        >
          <h2 id="danger" className="text-xl font-bold tracking-tight">
            In danger right now?
          </h2>
          <p className="mt-1.5">
            Call the emergency services: <strong>112</strong> in Europe, <strong>999</strong> in the
            United Kingdom and Ireland, <strong>911</strong> in the United States and Canada,{" "}
            <strong>000</strong> in Australia, <strong>111</strong> in New Zealand. Duet cannot call
            them for you.
          </p>
        </section>
        <h2 className="mt-10 text-2xl font-bold tracking-tight">What you can do here</h2>
        <dl className="mt-4 grid gap-4 md:grid-cols-2">
          {howItWorks.map(({ Icon, title, text }) => (
            <div key={title} className="rounded-card bg-surface p-5 shadow-lift">
              <dt className="flex items-center gap-3 text-lg font-bold tracking-tight">
                <Icon aria-hidden="true" size={22} className="shrink-0 text-link" />
                {title}
              </dt>
              <dd className="mt-2 text-ink-soft">{text}</dd>
            </div>
          ))}
        </dl>
        {advice.map(({ title, points }) => (
          <section key={title} className="mt-10">
            <h2 className="text-2xl font-bold tracking-tight">{title}</h2>
            <ul className="mt-3 flex list-disc flex-col gap-2.5 pl-5 marker:text-link">
              {points.map((point) => (
                <li key={point} className="pl-1 text-ink-soft">
                  {point}
                </li>
              ))}
            </ul>
          </section>
        ))}
        {supportEmail ? (
          <p className="mt-10 border-t border-line pt-6 text-ink-soft">
            Something else? Write to{" "}
            <a href={`mailto:${supportEmail}`} className="font-semibold text-link underline">
              {supportEmail}
            </a>
            .
          </p>
        ) : null}
      </main>
    </div>
  );
}
