import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type TwilioSandboxConfig, twilioDefaults } from "./config.ts";
import { type DemoLikesOptions, startDemoLikes } from "./demo-likes.ts";
import { startEcho } from "./echo-person.ts";
import { appEnvironment, supabaseEnvironment, twilioEnvironment } from "./environment.ts";
import { publishableKey, secretKey } from "./supabase/keys.ts";
import { type SandboxSupabase, startSupabase } from "./supabase/server.ts";
import { Faults } from "./twilio/faults.ts";
import { type RunningTwilio, startTwilio } from "./twilio/server.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export interface SandboxOptions {
  /** Origin under which the app will answer. */
  appUrl: string;
  /** Port of the sandbox's Supabase; null when the app uses a real project. */
  supabasePort: number | null;
  /** Port of the sandbox's Twilio and console; null when the app uses a real account. */
  twilioPort: number | null;
  /** Folder that keeps the database between runs; null keeps it in memory. */
  dataDir: string | null;
  /** Address of a PostgreSQL server to use in place of PGlite. */
  postgresUrl?: string;
  /** Where Twilio's account and habits differ from the usual ones. */
  twilio?: Partial<TwilioSandboxConfig>;
  /** How readily and how fast the demo people like back, where it differs from the usual. */
  demoLikes?: Partial<DemoLikesOptions>;
}

export interface Sandbox {
  supabase: SandboxSupabase | null;
  twilio: RunningTwilio | null;
  close(): Promise<void>;
}

/** Known before anything has started, so that the app can start at the same time. */
export function sandboxEnvironment(options: SandboxOptions): Record<string, string> {
  const { appUrl, supabasePort, twilioPort } = options;
  return {
    ...appEnvironment(appUrl),
    ...(supabasePort !== null &&
      supabaseEnvironment({ url: `http://127.0.0.1:${supabasePort}`, publishableKey, secretKey })),
    ...(twilioPort !== null && twilioEnvironment(`http://127.0.0.1:${twilioPort}`, twilioDefaults)),
  };
}

/**
 * Starts the stand-ins that are asked for: schema, seed and demo people in the database, their
 * phones in the console. Rejects with the system's error when a port is taken.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { appUrl, supabasePort, twilioPort, dataDir, postgresUrl } = options;
  const faults = new Faults();
  const supabase =
    supabasePort === null
      ? null
      : await startSupabase({
          port: supabasePort,
          dataDir,
          postgresUrl,
          migrationsDir: path("../supabase/migrations"),
          seedFile: path("../supabase/seed.sql"),
          isOutdated: ({ sub, iat = 0 }) =>
            sub !== undefined && faults.expires(`session ${sub}`, iat * 1000),
          disturb: (subject) => faults.take("database", subject),
        });
  await supabase?.script(await readFile(path("demo.sql"), "utf8"));
  const config: Partial<TwilioSandboxConfig> = {
    ...options.twilio,
    publicUrl: appUrl,
    phones: supabase ? await demoPhones(supabase) : [],
    links: supabase ? [{ name: "Supabase", url: supabase.url }] : [],
  };
  const twilio =
    twilioPort === null ? null : await startTwilio({ port: twilioPort, config, faults });
  const stopEcho = supabase && twilio ? await startEcho(supabase, twilio) : () => {};
  const stopLikes = supabase ? await startDemoLikes(supabase, options.demoLikes) : () => {};
  return {
    supabase,
    twilio,
    close: async () => {
      stopLikes();
      stopEcho();
      await twilio?.close();
      await supabase?.close();
    },
  };
}

function demoPhones(supabase: SandboxSupabase) {
  return supabase.query<{ number: string; name: string; identity: string }>(
    `select reached.phone as number, person.display_name as name,
       'u_' || replace(person.id::text, '-', '') as identity
     from public.private_profiles reached join public.profiles person using (id)
     where reached.phone like '+141555501%' order by reached.phone`,
  );
}
