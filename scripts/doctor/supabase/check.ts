import { type Finding, findingsOf, reasonOf } from "../finding.ts";
import type { Env } from "../readable.ts";
import { checkAuth } from "./auth.ts";
import { checkDatabase } from "./database.ts";
import { checkKeyKinds } from "./keys.ts";
import { checkRealtime } from "./realtime.ts";

const { fail } = findingsOf("Supabase");

/** All that can be told of the Supabase project from outside. */
export async function checkSupabase(env: Env): Promise<Finding[]> {
  const auth = await checkAuth(env);
  // Where nothing answers, two more time limits would teach nothing.
  if (auth.some(({ what, state }) => what === "Auth" && state === "fail")) {
    return [...checkKeyKinds(env), ...auth];
  }
  const rest = await Promise.all(
    [checkDatabase, checkRealtime].map((check) =>
      check(env).catch((error) => {
        const mend = "Look at the project's health in Supabase's dashboard.";
        return [fail("Supabase", `It cannot be asked: ${reasonOf(error)}.`, mend)];
      }),
    ),
  );
  return [...checkKeyKinds(env), ...auth, ...rest.flat()];
}
