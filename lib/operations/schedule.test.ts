import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";

const root = new URL("../../", import.meta.url);
const text = (path: string) => readFile(new URL(path, root), "utf8");

/** Minute, hour, day, month, weekday, then the route, in whatever the file puts between them. */
const entry = /((?:[\d*/]+ ){4}[\d*/]+).*?(\/api\/cron\/[a-z-]+)/g;
const backwards = /"(\/api\/cron\/[a-z-]+)", "schedule": "([^"]+)"/g;
const sorted = (pairs: (readonly [string, string])[]) => Object.fromEntries(pairs.sort());

test("every way of scheduling calls every scheduled route, at the same times", async () => {
  const vercel = sorted(
    [...(await text("vercel.json")).matchAll(backwards)].map(([, path = "", when = ""]) => [
      path,
      when,
    ]),
  );
  const routes = await readdir(new URL("app/api/cron/", root));
  expect(Object.keys(vercel)).toEqual(routes.map((name) => `/api/cron/${name}`).sort());
  for (const file of ["scripts/crontab", "supabase/schedule.sql"]) {
    const found = [...(await text(file)).matchAll(entry)];
    expect(sorted(found.map(([, when = "", path = ""]) => [path, when]))).toEqual(vercel);
  }
});
