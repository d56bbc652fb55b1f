import type { Metadata } from "next";
import { readMoment } from "@/app/(app)/admin/moment";
import { requireModeratorPage } from "@/app/(app)/viewer";
import { AdminPage } from "@/components/admin/admin-page";
import { DataTable } from "@/components/admin/operate/data-table";
import { Facts } from "@/components/admin/operate/facts";
import { type CostDay, readCosts } from "@/lib/operations/views/costs";
import { dateWords } from "@/lib/time/words";

export const metadata: Metadata = { title: "Costs" };

const days = 30;

export default async function CostsPage() {
  await requireModeratorPage();
  const [all, { now, place }] = await Promise.all([readCosts(days), readMoment()]);
  const costs = all.filter(({ legs, account }) => legs > 0 || account);
  const [currency = null, ...others] = new Set(
    costs.flatMap((day) => (day.currency ? [day.currency] : [])),
  );
  const sum = (of: (day: CostDay) => number | null) =>
    costs.reduce((total, day) => total + (of(day) ?? 0), 0);
  // An account's currency can change, and what is in two cannot be added.
  const total = (amount: number) => price(amount, others.length > 0 ? null : currency);
  // A date in UTC is read at noon of UTC, so that it is the same wherever the reader is.
  const dayOf = (day: string) =>
    dateWords(new Date(`${day}T12:00:00Z`), now, { ...place, timeZone: "UTC" });
  return (
    <AdminPage title="Costs">
      <p className="text-ink-soft">
        The days (UTC) of the last {days} on which there was something to pay. Prices of calls come
        from Twilio within a day of their end; rooms, texts and codes are in what the account has
        spent.
      </p>
      {costs.length > 0 ? (
        <Facts
          facts={[
            { name: "Legs of calls", value: sum(({ legs }) => legs) },
            { name: "Minutes", value: sum(({ minutes }) => minutes) },
            { name: "Spent on calls", value: total(sum(({ calls }) => calls)) },
            { name: "Spent in all", value: total(sum(({ account }) => account)) },
          ]}
        />
      ) : null}
      <DataTable
        caption={`Costs of ${days} days`}
        rows={costs}
        keyOf={({ day }) => day}
        empty={`Nothing had to be paid in ${days} days.`}
        columns={[
          { name: "Day", cell: ({ day }) => dayOf(day) },
          { name: "Legs", cell: ({ legs }) => legs, isFigure: true },
          { name: "Minutes", cell: ({ minutes }) => minutes, isFigure: true },
          { name: "Calls", cell: (day) => price(day.calls, day.currency), isFigure: true },
          { name: "Account", cell: (day) => price(day.account, day.currency), isFigure: true },
        ]}
      />
    </AdminPage>
  );
}

const price = (amount: number | null, currency: string | null) =>
  amount === null || currency === null ? "–" : `${amount.toFixed(2)} ${currency}`;
