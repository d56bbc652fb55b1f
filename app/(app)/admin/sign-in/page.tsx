import type { Metadata } from "next";
import { requireModeratorPage } from "@/app/(app)/viewer";
import { AdminPage } from "@/components/admin/admin-page";
import { DataTable } from "@/components/admin/operate/data-table";
import { SpanChoice } from "@/components/admin/operate/span-choice";
import { spanOf } from "@/components/admin/operate/spans";
import { percent } from "@/lib/calls/history/figure-words";
import { countSignIns } from "@/lib/operations/views/sign-in";

export const metadata: Metadata = { title: "Sign-in" };

const countries = new Intl.DisplayNames("en", { type: "region" });

export default async function SignInPage({ searchParams }: PageProps<"/admin/sign-in">) {
  await requireModeratorPage();
  const span = spanOf((await searchParams).hours);
  const found = await countSignIns(span.hours);
  return (
    <AdminPage title="Sign-in">
      <SpanChoice path="/admin/sign-in" current={span.key} />
      <p className="text-ink-soft">
        From asking for a code to coming in, by the country of the telephone. Many who are sent
        codes and few who come in: somebody earns by the texts.
      </p>
      <DataTable
        caption="Sign-in by country"
        rows={found}
        keyOf={({ country }) => country}
        empty="Nobody has asked for a code in that time."
        columns={[
          {
            name: "Country",
            cell: ({ country }) => (country ? (countries.of(country) ?? country) : "By e-mail"),
          },
          { name: "Asked", cell: ({ asked }) => asked, isFigure: true },
          { name: "Sent a code", cell: ({ sent }) => sent, isFigure: true },
          { name: "Came in", cell: ({ approved }) => approved, isFigure: true },
          {
            name: "Of those sent",
            cell: ({ sent, approved }) => (sent > 0 ? percent(Math.min(1, approved / sent)) : "–"),
            isFigure: true,
          },
          { name: "Codes", cell: ({ codes }) => codes, isFigure: true },
          { name: "Refused", cell: ({ refused }) => refused, isFigure: true },
          { name: "Not sent", cell: ({ failed }) => failed, isFigure: true },
          { name: "Wrong codes", cell: ({ wrong }) => wrong, isFigure: true },
        ]}
      />
    </AdminPage>
  );
}
