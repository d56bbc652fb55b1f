import { setTimeout } from "node:timers/promises";
import { database, must } from "../people.ts";
import { seatPair, withBrowser } from "./browser.ts";
import { type Figure, limitFigure } from "./report.ts";
import { percentile } from "./statistics.ts";

const messages = 100;
const warmUps = 5;
/** Nobody types faster; meanwhile both pages finish what the last message caused. */
const pauseMs = 400;

/** How long a message takes from the click on Send to the other person's screen. */
export async function measureMessages(): Promise<Figure[]> {
  // Nobody writes that many in a minute, and the database would not take them.
  must(await database.from("write_limits").update({ max: 1000 }).eq("name", "messages").select());
  const times = await withBrowser(async (browser) => {
    const { ada, ben, matchId } = await seatPair(browser);
    await Promise.all([ada, ben].map(({ page }) => page.goto(`/matches/${matchId}`)));
    await ben.page.waitForLoadState("networkidle");
    const times: number[] = [];
    for (let n = 0; n < messages + warmUps; n += 1) {
      const text = `Message number ${n}.`;
      await ada.page.getByRole("textbox", { name: "Message" }).fill(text);
      await ada.page.evaluate(() => window.watch.begin());
      await ben.page.evaluate((text) => {
        window.watch.begin();
        window.watch.await(text);
      }, text);
      await ada.page.getByRole("button", { name: "Send" }).click();
      await ben.page.waitForFunction(() => window.watch.at.shown, null, { polling: 20 });
      const sent = await ada.page.evaluate(() => window.watch.at.Send);
      const shown = await ben.page.evaluate(() => window.watch.at.shown);
      await setTimeout(pauseMs);
      if (n >= warmUps) times.push((shown ?? Number.NaN) - (sent ?? Number.NaN));
    }
    return times;
  });
  const p95 = percentile(times, 0.95);
  const detail = `${messages} messages; half of them within ${percentile(times, 0.5)} ms`;
  return [limitFigure("Send to the other screen, 95th percentile", p95, "ms", detail, 150)];
}
