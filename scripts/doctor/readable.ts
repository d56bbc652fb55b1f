import {
  EnvironmentError,
  type EnvironmentProblem,
  parseEnvironment,
} from "../../lib/env.schema.ts";

export type Env = ReturnType<typeof parseEnvironment>;
export type Service = "app" | "supabase" | "twilio" | "push";

/** What stands in for required variables, so that what is right can be read all the same. */
const placeholders = {
  PUBLIC_URL: "https://not-set.example",
  APP_SECRET: "not set, and thirty-two characters long",
  NEXT_PUBLIC_SUPABASE_URL: "https://not-set.example",
  NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "not set",
  SUPABASE_SECRET_KEY: "not set",
};

const services: readonly string[] = ["app", "supabase", "twilio", "push"] satisfies Service[];
const isService = (family: string): family is Service => services.includes(family);

/** What a variable belongs to: a service, or those whose names begin as its own does. */
function familyOf(name: string): string {
  if (name.includes("SUPABASE")) return "supabase";
  if (name.startsWith("TWILIO_")) return "twilio";
  if (name.startsWith("VAPID_")) return "push";
  return name === "PUBLIC_URL" ? "app" : (name.split("_")[0] ?? name);
}

/**
 * Reads as much of an environment as is well-formed. Where one variable is wrong its family is left
 * out, because some make sense only together.
 *
 * @returns what was read, what is wrong, and the services that therefore cannot be looked at
 */
export function readWhatIsThere(variables: NodeJS.ProcessEnv): {
  env: Env;
  problems: EnvironmentProblem[];
  unreadable: Set<Service>;
} {
  const problems = problemsOf(variables);
  const families = new Set(problems.map(({ name }) => familyOf(name)));
  const left = Object.entries(variables).filter(([name]) => !families.has(familyOf(name)));
  const env = parseEnvironment({ ...placeholders, NODE_ENV: "production", ...withValues(left) });
  return { env, problems, unreadable: new Set([...families].filter(isService)) };
}

function problemsOf(variables: NodeJS.ProcessEnv): EnvironmentProblem[] {
  try {
    parseEnvironment(variables);
    return [];
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return error.problems;
  }
}

/** A blank variable must not hide its placeholder. */
function withValues(entries: [string, string | undefined][]) {
  return Object.fromEntries(entries.filter(([, value]) => value));
}
