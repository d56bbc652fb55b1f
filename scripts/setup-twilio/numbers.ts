import { voiceUrls, wrongUrls } from "../voice-urls.ts";
import { chooseNumber } from "./choose-number.ts";
import { findOffers, type Offer } from "./offers.ts";
import { numbersIn } from "./options.ts";
import { type Context, nameOf, type Planner, SetupProblem, type Step } from "./step.ts";
import { describeWrong, urlsOf } from "./twiml-app.ts";

export type OwnedNumber = Awaited<
  ReturnType<Context["client"]["incomingPhoneNumbers"]["list"]>
>[number];

/** The main line, for texts and the menu, and the pool that stands between matches. */
export const planNumbers: Planner = async (context) => {
  const owned = await context.client.incomingPhoneNumbers.list({ pageSize: 1000 });
  const main = await planMainLine(context, owned);
  return [main, ...(await planPool(context, owned))];
};

async function planMainLine(context: Context, owned: readonly OwnedNumber[]): Promise<Step> {
  const { variables, options, client } = context;
  const what = "Main line";
  const chosen = options.number ?? variables.TWILIO_PHONE_NUMBER;
  const number = chosen || (options.buyNumber ? "buy" : await chooseNumber(context, owned));
  if (number === null) {
    const detail = "no number, so no texts and no phone calls: --number or --buy-number";
    return { verb: "leave", what, detail };
  }
  if (number !== "buy") {
    return planOwned(context, owned, { what, number, variables: { TWILIO_PHONE_NUMBER: number } });
  }
  const country = countryOf(context);
  const [offer] = await findOffers(client, { country, needsTexts: true, count: 1 });
  if (!offer) throw new SetupProblem(`There is no number of ${country} for sale. Try --country.`);
  return planPurchase(context, what, offer, () => ({ TWILIO_PHONE_NUMBER: offer.number }));
}

async function planPool(context: Context, owned: readonly OwnedNumber[]): Promise<Step[]> {
  const { variables, options, client } = context;
  const what = "Pool number";
  const pool = [...new Set([...numbersIn(variables.TWILIO_POOL_NUMBERS), ...options.pool])];
  const listed = () => ({ TWILIO_POOL_NUMBERS: pool.join(",") });
  const steps = pool.map((number) =>
    planOwned(context, owned, { what, number, variables: listed() }),
  );
  const count = options.poolSize - pool.length;
  if (count <= 0) {
    const detail = "no numbers for masked calls between matches: --pool or --buy-pool";
    return pool.length > 0 ? steps : [{ verb: "leave", what: "Pool", detail }];
  }
  // One more than needed: the first may be about to become the main line.
  const country = countryOf(context);
  const offers = await findOffers(client, { country, needsTexts: false, count: count + 1 });
  const purchases = offers.slice(-count).map((offer) =>
    planPurchase(context, what, offer, () => {
      pool.push(offer.number);
      return listed();
    }),
  );
  return [...steps, ...purchases];
}

function countryOf({ options, countries }: Context): string {
  return options.country ?? countries[0] ?? "US";
}

/** @throws SetupProblem when the account does not have the number, or it cannot do its work */
function planOwned(
  { client, publicUrl }: Context,
  owned: readonly OwnedNumber[],
  { what, number, variables }: { what: string; number: string; variables: Record<string, string> },
): Step {
  const found = owned.find(({ phoneNumber }) => phoneNumber === number);
  if (!found) throw new SetupProblem(`${number} does not belong to the account.`);
  if (!found.capabilities.voice) throw new SetupProblem(`${number} cannot make calls.`);
  const wrong = wrongUrls(found, publicUrl);
  if (wrong.length === 0 && !found.voiceApplicationSid) {
    return { verb: "keep", what, detail: `${number} leads here`, variables };
  }
  const app = found.voiceApplicationSid ? `no more answered by ${found.voiceApplicationSid}; ` : "";
  return {
    verb: "change",
    what,
    detail: `${number}: ${app}${describeWrong(wrong)}`,
    variables,
    async apply() {
      const before = { ...urlsOf(found), voiceApplicationSid: found.voiceApplicationSid ?? "" };
      await client
        .incomingPhoneNumbers(found.sid)
        .update({ ...voiceUrls(publicUrl), voiceApplicationSid: "" });
      return { entry: { kind: "number", sid: found.sid, number, before } };
    },
  };
}

function planPurchase(
  context: Context,
  what: string,
  { number, description }: Offer,
  variablesThen: () => Record<string, string>,
): Step {
  return {
    verb: "buy",
    what,
    detail: `${number} (${description})`,
    async apply() {
      const { sid } = await context.client.incomingPhoneNumbers.create({
        phoneNumber: number,
        friendlyName: `${what}, ${nameOf(context)}`.slice(0, 64),
        ...voiceUrls(context.publicUrl),
      });
      return { variables: variablesThen(), entry: { kind: "number", sid, number } };
    },
  };
}
