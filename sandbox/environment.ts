import type { TwilioSandboxConfig } from "./config.ts";

type Environment = Record<string, string>;

/** What the app has to know of itself to run beside the sandbox. */
export function appEnvironment(publicUrl: string): Environment {
  return {
    PUBLIC_URL: publicUrl,
    APP_SECRET: "known-to-everyone-and-good-for-the-sandbox-only",
    OUTBOUND_ALLOW_LIST: "+141555501*",
    CRON_SECRET: "known-to-everyone-who-has-the-sandbox",
    SUPPORT_EMAIL: "help@duet.example",
    // Browsers' own push services take any pair of keys, and need no account.
    VAPID_PUBLIC_KEY:
      "BEejipbGd3PE6ctaAZVDAK2NC3GJYWuo7bEV5UoJChOIJiIDPHgdakXt4OgVEw7gMs5Hs-ScJwkknThFL7_m300",
    VAPID_PRIVATE_KEY: "kMvkNw6LE0v4q-k4CdRhcUGVtCUjacd2EQGS4cZQXtY",
    VAPID_SUBJECT: "mailto:push@duet.example",
  };
}

/** The variables that lead the app to a Supabase project, the sandbox's or any other. */
export function supabaseEnvironment(project: {
  url: string;
  publishableKey: string;
  secretKey: string;
}): Environment {
  return {
    NEXT_PUBLIC_SUPABASE_URL: project.url,
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: project.publishableKey,
    SUPABASE_SECRET_KEY: project.secretKey,
  };
}

/** The variables that lead the app, and the SDKs in its pages, to the sandbox's Twilio. */
export function twilioEnvironment(url: string, config: TwilioSandboxConfig): Environment {
  return {
    TWILIO_API_URL: url,
    NEXT_PUBLIC_SANDBOX_URL: url,
    TWILIO_ACCOUNT_SID: config.accountSid,
    TWILIO_AUTH_TOKEN: config.authToken,
    TWILIO_API_KEY: config.apiKey,
    TWILIO_API_SECRET: config.apiSecret,
    TWILIO_TWIML_APP_SID: config.twimlAppSid,
    TWILIO_VERIFY_SERVICE_SID: config.verifyServiceSid,
    TWILIO_VERIFY_CHANNELS: "sms,voice,whatsapp,email",
    TWILIO_PHONE_NUMBER: config.phoneNumber,
    TWILIO_POOL_NUMBERS: config.poolNumbers.join(","),
    CALL_ALLOW_EXTERNAL: "true",
    NUMBERS_PER_PERSON: "3",
  };
}
