import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { visitor } from "@/app/(app)/viewer";
import { ClosedActions } from "@/components/account/closed-actions";
import { DeleteAccount } from "@/components/account/delete-account";
import { DownloadData } from "@/components/account/download-data";
import { ToasterHost } from "@/components/ui/toaster-host";
import { deletedFrom } from "@/lib/account/leave";
import { env } from "@/lib/env";
import { toDate } from "@/lib/time/instant";
import { placeCookie, readPlace } from "@/lib/time/place";
import { fullDate } from "@/lib/time/words";

export const metadata: Metadata = { title: "Your account" };

/** What is left of a suspended account, or of one that is to be deleted. */
export default async function ClosedPage() {
  const found = await visitor();
  if (found.state !== "closed") redirect("/matches");
  const { leavingAt, suspendedAt, suspendedFor } = found.closed;
  const place = readPlace((await cookies()).get(placeCookie)?.value);
  const { graceDays, supportEmail } = env().accounts;
  const goesOn = leavingAt ? fullDate(toDate(deletedFrom(leavingAt)), place) : null;
  return (
    <>
      <h1 className="text-4xl font-extrabold tracking-tight text-balance">
        {suspendedAt ? "Your account is suspended" : `Your account will be deleted on ${goesOn}`}
      </h1>
      {suspendedAt ? (
        <div className="flex flex-col gap-4 text-lg text-ink-soft">
          <p>
            Since {fullDate(toDate(suspendedAt), place)} nobody sees or reaches you on Duet, and you
            reach nobody. The moderators say why:
          </p>
          <p
            dir="auto"
            className="rounded-card bg-sunken px-5 py-4 font-medium whitespace-pre-line text-ink"
          >
            {suspendedFor}
          </p>
          {supportEmail ? (
            <p>
              You think that is wrong? Write to{" "}
              <a href={`mailto:${supportEmail}`} className="font-semibold text-link underline">
                {supportEmail}
              </a>{" "}
              and say what happened. Somebody who did not decide this looks at it again.
            </p>
          ) : null}
          {goesOn ? <p>It will be deleted on {goesOn}.</p> : null}
        </div>
      ) : (
        <p className="text-lg text-ink-soft">
          {found.viewer.name}, nobody sees or reaches you any more. Until then everything is still
          there: you can keep your account, and find it as you left it.
        </p>
      )}
      <ClosedActions canKeep={leavingAt !== null && suspendedAt === null} />
      <section aria-label="Your data" className="flex flex-col gap-6 border-t border-line pt-6">
        <DownloadData />
        {leavingAt ? null : (
          <div>
            <DeleteAccount graceDays={graceDays} />
          </div>
        )}
      </section>
      <ToasterHost />
    </>
  );
}
