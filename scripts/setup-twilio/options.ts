import { parseArgs } from "node:util";

export const usage = `npm run setup:twilio [-- options]

Provisions a Twilio account for Duet and writes .env.local. It shows what it is about to do and asks
first; run again, it keeps what is right and mends what is not. Account SID and auth token are taken
from the environment or .env.local, or asked for; never from the command line.

  --public-url=<origin>  where the app is to be reached; else PUBLIC_URL, or asked for
  --name=<name>          what texts with codes call the app (Duet)
  --number=<E.164>       a number of the account as the main line
  --buy-number           buy the main line
  --pool=<E.164,...>     numbers of the account for masked calls
  --buy-pool=<count>     have a pool of so many numbers, and buy what is missing
  --country=<ISO code>   where to buy (the first of CALL_ALLOWED_COUNTRIES)
  --geo                  let the account call and text all of CALL_ALLOWED_COUNTRIES
  --plan                 show the plan and stop
  --undo                 remove and restore what earlier runs have made and changed
  --yes                  do not ask`;

/** @throws TypeError for an option that does not exist; Error for a value that makes no sense */
export function readOptions(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      "public-url": { type: "string" },
      name: { type: "string", default: "Duet" },
      number: { type: "string" },
      "buy-number": { type: "boolean", default: false },
      pool: { type: "string", default: "" },
      "buy-pool": { type: "string", default: "0" },
      country: { type: "string" },
      geo: { type: "boolean", default: false },
      plan: { type: "boolean", default: false },
      undo: { type: "boolean", default: false },
      yes: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const poolSize = Number(values["buy-pool"]);
  if (!Number.isInteger(poolSize) || poolSize < 0 || poolSize > 100) {
    throw new Error("--buy-pool takes a number from 0 to 100.");
  }
  return {
    publicUrl: values["public-url"],
    name: values.name,
    number: values.number,
    buyNumber: values["buy-number"],
    pool: numbersIn(values.pool),
    poolSize,
    country: values.country?.toUpperCase(),
    geo: values.geo,
    planOnly: values.plan,
    undo: values.undo,
    yes: values.yes,
    help: values.help,
  };
}

export type Options = ReturnType<typeof readOptions>;

/** What is written with commas between. */
export function numbersIn(text: string | undefined): string[] {
  return (text ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
