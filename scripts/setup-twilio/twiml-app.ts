import { type VoiceUrls, voiceUrls, wrongUrls } from "../voice-urls.ts";
import { found } from "./found.ts";
import { type Context, nameOf, type Planner } from "./step.ts";

const what = "TwiML App";

/** The app whose URLs answer calls out of browsers. */
export const planTwimlApp: Planner = async (context) => {
  const { client, publicUrl } = context;
  const friendlyName = nameOf(context);
  const app = await find(context, friendlyName);
  if (!app) {
    return [
      {
        verb: "create",
        what,
        detail: `"${friendlyName}", answered by ${voiceUrls(publicUrl).voiceUrl}`,
        async apply() {
          const { sid } = await client.applications.create({
            friendlyName,
            ...voiceUrls(publicUrl),
          });
          return { variables: { TWILIO_TWIML_APP_SID: sid }, entry: { kind: "app", sid } };
        },
      },
    ];
  }
  const variables = { TWILIO_TWIML_APP_SID: app.sid };
  const wrong = wrongUrls(app, publicUrl);
  if (wrong.length === 0) {
    return [{ verb: "keep", what, detail: `"${app.friendlyName}" leads here`, variables }];
  }
  return [
    {
      verb: "change",
      what,
      detail: `"${app.friendlyName}": ${describeWrong(wrong)}`,
      variables,
      async apply() {
        await client.applications(app.sid).update(voiceUrls(publicUrl));
        return { entry: { kind: "app", sid: app.sid, before: urlsOf(app) } };
      },
    },
  ];
};

async function find({ client, variables }: Context, friendlyName: string) {
  const sid = variables.TWILIO_TWIML_APP_SID;
  const known = sid ? await found(() => client.applications(sid).fetch()) : null;
  return known ?? (await client.applications.list({ friendlyName, limit: 1 }))[0] ?? null;
}

/** The URLs as they are, for the way back; Twilio takes an empty one as none. */
export function urlsOf(resource: VoiceUrls): VoiceUrls {
  return {
    voiceUrl: resource.voiceUrl ?? "",
    voiceMethod: resource.voiceMethod ?? "POST",
    voiceFallbackUrl: resource.voiceFallbackUrl ?? "",
    voiceFallbackMethod: resource.voiceFallbackMethod ?? "POST",
    statusCallback: resource.statusCallback ?? "",
    statusCallbackMethod: resource.statusCallbackMethod ?? "POST",
  };
}

/** What is wrong about URLs, in a line. */
export function describeWrong(wrong: ReturnType<typeof wrongUrls>): string {
  const [first] = wrong;
  if (!first) return "nothing";
  const more = wrong.length > 1 ? `, and ${wrong.length - 1} more` : "";
  return `${first.what} from ${first.is} to ${first.wanted}${more}`;
}
