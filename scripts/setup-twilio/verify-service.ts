import { found } from "./found.ts";
import type { ServiceSettings } from "./journal.ts";
import type { Context, Planner } from "./step.ts";

const what = "Verify service";

/**
 * Codes of six digits, as the app asks for; a code by voice wants a key pressed first, which keeps
 * machines that collect calls from costing money.
 */
const wanted: ServiceSettings = {
  codeLength: 6,
  psd2Enabled: false,
  customCodeEnabled: false,
  dtmfInputRequired: true,
  doNotShareWarningEnabled: true,
};

/** The service that sends and checks codes for sign-in. */
export const planVerifyService: Planner = async (context) => {
  const { client, options } = context;
  const service = await find(context);
  if (!service) {
    return [
      {
        verb: "create",
        what,
        detail: `"${options.name}", with codes of six digits`,
        async apply() {
          const { sid } = await client.verify.v2.services.create({
            friendlyName: options.name,
            ...wanted,
          });
          return { variables: { TWILIO_VERIFY_SERVICE_SID: sid }, entry: { kind: "service", sid } };
        },
      },
    ];
  }
  const { sid, friendlyName } = service;
  const variables = { TWILIO_VERIFY_SERVICE_SID: sid };
  const before = settingsOf(service);
  const differing = namesOf(wanted).filter((name) => before[name] !== wanted[name]);
  if (differing.length === 0) {
    return [{ verb: "keep", what, detail: `"${friendlyName}" is set as it should be`, variables }];
  }
  const changes = differing.map((name) => `${name} from ${before[name]} to ${wanted[name]}`);
  return [
    {
      verb: "change",
      what,
      detail: `"${friendlyName}": ${changes.join(", ")}`,
      variables,
      async apply() {
        await client.verify.v2.services(sid).update(wanted);
        return { entry: { kind: "service", sid, before } };
      },
    },
  ];
};

async function find({ client, variables, options }: Context) {
  const { services } = client.verify.v2;
  const sid = variables.TWILIO_VERIFY_SERVICE_SID;
  const known = sid ? await found(() => services(sid).fetch()) : null;
  const byName = async () =>
    (await services.list({ pageSize: 100 })).find((each) => each.friendlyName === options.name);
  return known ?? (await byName()) ?? null;
}

const namesOf = (settings: ServiceSettings) => Object.keys(settings) as (keyof ServiceSettings)[];

function settingsOf(service: ServiceSettings): ServiceSettings {
  return {
    codeLength: service.codeLength,
    psd2Enabled: service.psd2Enabled,
    customCodeEnabled: service.customCodeEnabled,
    dtmfInputRequired: service.dtmfInputRequired,
    doNotShareWarningEnabled: service.doNotShareWarningEnabled,
  };
}
