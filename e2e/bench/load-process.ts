// Sends one job's load and says how many answers came a second: apart from the bench and the app.
import autocannon from "autocannon";
import type { Job } from "./load.ts";

process.once("message", async (job: Job) => {
  process.send?.(await run(job));
  process.disconnect();
});

async function run({ url, connections, seconds, requests, once }: Job): Promise<number> {
  const share = requests.length / connections;
  let clients = 0;
  let answered = 0;
  let lastAt = 0;
  const startedAt = performance.now();
  const result = await autocannon({
    url,
    connections,
    ...(once ? { amount: requests.length } : { duration: seconds }),
    setupClient(client) {
      const first = share * clients++;
      client.setRequests(once ? requests.slice(first, first + share) : structuredClone(requests));
      client.on("response", () => {
        answered += 1;
        lastAt = performance.now();
      });
    },
  });
  if (result.non2xx + result.errors + result.timeouts > 0) {
    throw new Error(`${result.non2xx} refusals and ${result.errors} errors from ${url}`);
  }
  return answered / ((lastAt - startedAt) / 1000);
}
