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

/** The service that cannot be looked at without this variable; null when none depends on it. */
function serviceOf(name: string): Service | null {
  if (name.includes("SUPABASE")) return "supabase";
  if (name.startsWith("TWILIO_")) return "twilio";
  if (name.startsWith("VAPID_")) return "push";
  return name === "PUBLIC_URL" ? "app" : null;
}

/**
 * Reads as much of an environment as is well-formed.
 *
 * @returns what was read, what is wrong, and the services that therefore cannot be looked at
 */
export function readWhatIsThere(variables: NodeJS.ProcessEnv): {
  env: Env;
  problems: EnvironmentProblem[];
  unreadable: Set<Service>;
} {
  const problems = problemsOf(variables);
  const unreadable = new Set(problems.flatMap(({ name }) => serviceOf(name) ?? []));
  const wrong = new Set(problems.map(({ name }) => name));
  const left = Object.entries(variables).filter(([name]) => {
    const service = serviceOf(name);
    return !wrong.has(name) && !(service && service !== "app" && unreadable.has(service));
  });
  const env = parseEnvironment({ ...placeholders, NODE_ENV: "production", ...withValues(left) });
  return { env, problems, unreadable };
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
