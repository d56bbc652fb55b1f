import { getCountries } from "libphonenumber-js";
import { z } from "zod";

const sid = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}[0-9a-f]{32}$`), `must be ${prefix} and 32 hex digits`);
const secret = (least: number) => z.string().min(least, `must have at least ${least} characters`);
const list = z.string().transform((text) =>
  text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== ""),
);

const e164 = z.string().regex(/^\+[1-9]\d{6,14}$/, "must be a number in E.164, like +14155550100");
const origin = z
  .url("must be an address like https://duet.example")
  .transform((text) => text.replace(/\/+$/, ""));

const countries = list.pipe(
  z.array(z.enum(getCountries(), "must be ISO country codes, like US,CA,GB")).min(1),
);
const allowed = z
  .string()
  .regex(/^\+\d{1,15}\*?$/, "must be E.164 numbers or prefixes ending in *");

/** Verify channels that a person can choose; `voice` is Twilio's `call`. */
export const verifyChannels = ["sms", "voice", "whatsapp", "email"] as const;

/** A key of the P-256 curve in base64url: the point uncompressed, or the number. */
const curveKey = (length: number) =>
  z
    .string()
    .regex(new RegExp(`^[A-Za-z0-9_-]{${length}}$`), `must be ${length} characters of base64url`);
const contact = z
  .string()
  .regex(
    /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/,
    "must be like mailto:push@duet.example, or an https address",
  );

/** Each variable on its own: what it must look like. */
const variables = z.object({
  DEPLOYMENT_ENV: z.enum(["development", "preview", "production"]).default("development"),
  PUBLIC_URL: origin,
  APP_SECRET: secret(32),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(1),
  RATE_LIMIT_FACTOR: z.coerce.number().positive().default(1),
  CODES_PER_COUNTRY_HOUR: z.coerce.number().int().min(1).default(300),
  CRON_SECRET: secret(16).optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  OTEL_EXPORTER_OTLP_ENDPOINT: origin.optional(),
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .regex(/^[^=,\s]+=[^,]+(,[^=,\s]+=[^,]+)*$/, "must be like api-key=abc,other=def")
    .optional(),
  OTEL_SERVICE_NAME: z.string().default("duet"),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  ALERT_WEBHOOK_URL: z.url("must be an address like https://hooks.duet.example/alerts").optional(),
  ALERT_WEBHOOK_SECRET: secret(16).optional(),
  ALERT_SPEND_PER_HOUR: z.coerce.number().positive().default(20),

  NEXT_PUBLIC_SUPABASE_URL: origin,
  NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: secret(1),
  SUPABASE_SECRET_KEY: secret(1),
  AUTH_EMAIL_DOMAIN: z.hostname("must be a domain that you own").default("users.duet.example"),
  ACCOUNT_GRACE_DAYS: z.coerce.number().int().min(0).max(90).default(14),
  SUPPORT_EMAIL: z.email("must be an e-mail address").optional(),

  TWILIO_ACCOUNT_SID: sid("AC").optional(),
  TWILIO_AUTH_TOKEN: secret(16).optional(),
  TWILIO_API_URL: origin.optional(),
  TWILIO_API_KEY: sid("SK").optional(),
  TWILIO_API_SECRET: secret(16).optional(),
  TWILIO_TWIML_APP_SID: sid("AP").optional(),
  VIDEO_MAX_PARTICIPANTS: z.coerce.number().int().min(2).max(50).default(8),
  TWILIO_VERIFY_SERVICE_SID: sid("VA").optional(),
  TWILIO_VERIFY_CHANNELS: list
    .pipe(z.array(z.enum(verifyChannels)).min(1))
    .default(["sms", "voice"]),
  TWILIO_PHONE_NUMBER: e164.optional(),
  TWILIO_POOL_NUMBERS: list.pipe(z.array(e164)).default([]),
  NUMBERS_PER_PERSON: z.coerce.number().int().min(0).max(20).default(0),
  RECORDING_RETENTION_DAYS: z.coerce.number().int().min(1).max(3650).default(30),
  CALL_EVENTS_RETENTION_DAYS: z.coerce.number().int().min(1).max(3650).optional(),

  VAPID_PUBLIC_KEY: curveKey(87).optional(),
  VAPID_PRIVATE_KEY: curveKey(43).optional(),
  VAPID_SUBJECT: contact.optional(),
  PUSH_ENDPOINT_HOSTS: list.default([]),

  CALL_ALLOW_EXTERNAL: z.stringbool().default(false),
  CALL_ALLOWED_COUNTRIES: countries.default([
    "US",
    "CA",
    "GB",
    "IE",
    "AU",
    "NZ",
    "DE",
    "FR",
    "ES",
    "NL",
  ]),
  OUTBOUND_ALLOW_LIST: list.pipe(z.array(allowed)).default([]),
});

/** Every variable that is read, in the order in which .env.example explains them. */
export const variableNames = Object.keys(variables.shape);

/** Variables that make sense only together. */
const groups = [
  ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"],
  ["TWILIO_API_KEY", "TWILIO_API_SECRET", "TWILIO_TWIML_APP_SID"],
  ["VAPID_PUBLIC_KEY", "VAPID_PRIVATE_KEY", "VAPID_SUBJECT"],
  ["ALERT_WEBHOOK_URL", "ALERT_WEBHOOK_SECRET"],
] as const;
const needAccount = ["TWILIO_API_KEY", "TWILIO_VERIFY_SERVICE_SID", "TWILIO_PHONE_NUMBER"] as const;

export interface EnvironmentProblem {
  name: string;
  message: string;
}

/** The environment cannot be used; `problems` has a line for every wrong name. */
export class EnvironmentError extends Error {
  readonly problems: EnvironmentProblem[];

  constructor(problems: EnvironmentProblem[]) {
    super(
      ["The environment is not usable:", ...problems.map((p) => `  ${p.name} ${p.message}`)].join(
        "\n",
      ),
    );
    this.name = "EnvironmentError";
    this.problems = problems;
  }
}

/** An empty variable means the same as an absent one: that is how .env files are left blank. */
function withoutBlanks(source: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(source).flatMap(([name, value]) => (value ? [[name, value.trim()]] : [])),
  );
}

function problemsOf(source: Record<string, string>, error: z.ZodError | undefined) {
  const problems = (error?.issues ?? []).map((issue) => {
    const name = String(issue.path[0]);
    return { name, message: source[name] ? issue.message : "is missing" };
  });
  for (const group of groups) {
    const absent = group.filter((name) => !source[name]);
    if (absent.length === group.length) continue;
    for (const name of absent)
      problems.push({ name, message: `is missing, though ${group.join(", ")} go together` });
  }
  for (const name of needAccount) {
    if (source[name] && !source.TWILIO_ACCOUNT_SID) {
      problems.push({ name: "TWILIO_ACCOUNT_SID", message: `is missing, though ${name} is set` });
    }
  }
  return problems;
}

/**
 * Parses an environment into groups by service.
 *
 * @param source - variables by name, as in `process.env`
 * @throws EnvironmentError listing every wrong, missing or half-set variable
 */
export function parseEnvironment(source: NodeJS.ProcessEnv) {
  const present = withoutBlanks(source);
  const result = variables.safeParse(present);
  const problems = problemsOf(present, result.error);
  if (!result.success || problems.length > 0) throw new EnvironmentError(problems);
  return grouped(result.data);
}

function grouped(v: z.infer<typeof variables>) {
  return {
    deployment: v.DEPLOYMENT_ENV,
    publicUrl: v.PUBLIC_URL,
    appSecret: v.APP_SECRET,
    trustedProxies: v.TRUSTED_PROXIES,
    rateLimitFactor: v.RATE_LIMIT_FACTOR,
    codesPerCountryHour: v.CODES_PER_COUNTRY_HOUR,
    logLevel: v.LOG_LEVEL,
    telemetry: v.OTEL_EXPORTER_OTLP_ENDPOINT
      ? { serviceName: v.OTEL_SERVICE_NAME, traceRatio: v.OTEL_TRACES_SAMPLER_ARG }
      : null,
    alerts: {
      spendPerHour: v.ALERT_SPEND_PER_HOUR,
      webhook:
        v.ALERT_WEBHOOK_URL && v.ALERT_WEBHOOK_SECRET
          ? { url: v.ALERT_WEBHOOK_URL, secret: v.ALERT_WEBHOOK_SECRET }
          : null,
    },
    cron: v.CRON_SECRET ? { secret: v.CRON_SECRET } : null,
    accounts: { graceDays: v.ACCOUNT_GRACE_DAYS, supportEmail: v.SUPPORT_EMAIL ?? null },
    supabase: {
      url: v.NEXT_PUBLIC_SUPABASE_URL,
      publishableKey: v.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY,
      secretKey: v.SUPABASE_SECRET_KEY,
    },
    authEmailDomain: v.AUTH_EMAIL_DOMAIN,
    outbound: { countries: v.CALL_ALLOWED_COUNTRIES, allowList: v.OUTBOUND_ALLOW_LIST },
    twilio:
      v.TWILIO_ACCOUNT_SID && v.TWILIO_AUTH_TOKEN
        ? {
            accountSid: v.TWILIO_ACCOUNT_SID,
            authToken: v.TWILIO_AUTH_TOKEN,
            apiUrl: v.TWILIO_API_URL ?? null,
          }
        : null,
    voice:
      v.TWILIO_API_KEY && v.TWILIO_API_SECRET && v.TWILIO_TWIML_APP_SID
        ? {
            apiKey: v.TWILIO_API_KEY,
            apiSecret: v.TWILIO_API_SECRET,
            twimlAppSid: v.TWILIO_TWIML_APP_SID,
          }
        : null,
    video:
      v.TWILIO_ACCOUNT_SID && v.TWILIO_API_KEY && v.TWILIO_API_SECRET
        ? {
            apiKey: v.TWILIO_API_KEY,
            apiSecret: v.TWILIO_API_SECRET,
            maxParticipants: v.VIDEO_MAX_PARTICIPANTS,
          }
        : null,
    verify: v.TWILIO_VERIFY_SERVICE_SID
      ? { serviceSid: v.TWILIO_VERIFY_SERVICE_SID, channels: v.TWILIO_VERIFY_CHANNELS }
      : null,
    messaging: v.TWILIO_PHONE_NUMBER ? { from: v.TWILIO_PHONE_NUMBER } : null,
    telephony: v.TWILIO_PHONE_NUMBER
      ? {
          mainNumber: v.TWILIO_PHONE_NUMBER,
          poolNumbers: v.TWILIO_POOL_NUMBERS,
          allowExternal: v.CALL_ALLOW_EXTERNAL,
          numbersPerPerson: v.NUMBERS_PER_PERSON,
        }
      : null,
    recordings: { retentionDays: v.RECORDING_RETENTION_DAYS },
    callEvents: { retentionDays: v.CALL_EVENTS_RETENTION_DAYS ?? null },
    push:
      v.VAPID_PUBLIC_KEY && v.VAPID_PRIVATE_KEY && v.VAPID_SUBJECT
        ? {
            publicKey: v.VAPID_PUBLIC_KEY,
            privateKey: v.VAPID_PRIVATE_KEY,
            subject: v.VAPID_SUBJECT,
            endpointHosts: v.PUSH_ENDPOINT_HOSTS,
          }
        : null,
  };
}
