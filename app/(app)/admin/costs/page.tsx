import type { Metadata } from "next";
import { requireModeratorPage } from "@/app/(app)/viewer";
import { AdminPage } from "@/components/admin/admin-page";
import { DataTable } from "@/components/admin/operate/data-table";
import { readCosts } from "@/lib/operations/views/costs";

export const metadata: Metadata = { title: "Costs" };

const days = 30;

export default async function CostsPage() {
  await requireModeratorPage();
  const costs = await readCosts(days);
  const price = (amount: number | null, currency: string | null) =>
    amount === null || currency === null ? "" : `${amount.toFixed(2)} ${currency}`;
  return (
    <AdminPage title="Costs">
      <p className="text-ink-soft">
        By day (UTC). Prices of calls come from Twilio within a day of their end; rooms, texts and
        codes are in what the account has spent.
      </p>
      <DataTable
        caption={`Costs of ${days} days`}
        rows={costs}
        keyOf={({ day }) => day}
        empty="No days."
        columns={[
          { name: "Day", cell: ({ day }) => day },
          { name: "Legs", cell: ({ legs }) => legs, isFigure: true },
          { name: "Minutes", cell: ({ minutes }) => minutes, isFigure: true },
          { name: "Calls", cell: ({ calls, currency }) => price(calls, currency), isFigure: true },
          {
            name: "Account",
            cell: ({ account, currency }) => price(account, currency),
            isFigure: true,
          },
        ]}
      />
    </AdminPage>
  );
}
