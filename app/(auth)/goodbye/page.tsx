import type { Metadata } from "next";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button-class";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "Goodbye" };
// The days are set where it runs, not where it is built.
export const dynamic = "force-dynamic";

/** What somebody sees who has just deleted their account. */
export default function GoodbyePage() {
  const { graceDays } = env().accounts;
  return (
    <>
      <div>
        <h1 className="text-4xl font-extrabold tracking-tight">Goodbye</h1>
        <p className="mt-2 text-lg text-ink-soft">
          You are signed out everywhere, and nobody sees or reaches you any more.{" "}
          {graceDays > 0
            ? `Should you change your mind within ${graceDays} days, sign in and keep your account. Then everything of yours is deleted.`
            : "Everything of yours is deleted within a day."}
        </p>
      </div>
      <Link href="/" className={buttonClass("outline", "self-start")}>
        To the start
      </Link>
    </>
  );
}
