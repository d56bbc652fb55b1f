import twilio from "twilio";
import { type Context, nameOf, type Planner } from "./step.ts";

const what = "API key";

/** A standard key, with which the app signs access tokens. Its secret is told once. */
export const planApiKey: Planner = async (context) => {
  const sid = context.variables.TWILIO_API_KEY;
  if (await works(context)) {
    return [{ verb: "keep", what, detail: `TWILIO_API_KEY ${sid} and its secret work` }];
  }
  const friendlyName = nameOf(context);
  const wrong = sid ? `, since ${sid} and its secret do not work` : "";
  return [
    {
      verb: "create",
      what,
      detail: `a standard key "${friendlyName}"${wrong}`,
      async apply() {
        const key = await context.client.newKeys.create({ friendlyName });
        return {
          variables: { TWILIO_API_KEY: key.sid, TWILIO_API_SECRET: key.secret },
          entry: { kind: "key", sid: key.sid },
        };
      },
    },
  ];
};

async function works({ connect, variables }: Context): Promise<boolean> {
  const { TWILIO_API_KEY: sid, TWILIO_API_SECRET: secret } = variables;
  if (!sid || !secret) return false;
  try {
    await connect({ sid, secret }).applications.list({ limit: 1 });
    return true;
  } catch (error) {
    if (error instanceof twilio.RestException && error.status === 401) return false;
    throw error;
  }
}
