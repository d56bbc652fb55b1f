import { exportAccount } from "@/lib/account/export";
import { route } from "@/lib/api/route";

/** Everything of one's own, as one file. */
export const GET = route(
  {
    access: "user",
    whenClosed: true,
    summary: "Download all data of one's own, as one JSON file",
    produces: "application/json",
    errors: ["not_found"],
    limit: { name: "export-account", max: 5, windowSeconds: 3600 },
  },
  async ({ userId }) => {
    const data = await exportAccount(userId);
    const day = data.exportedAt.slice(0, 10);
    return new Response(JSON.stringify(data, null, 2), {
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "Content-Disposition": `attachment; filename="duet-data-${day}.json"`,
      },
    });
  },
);
