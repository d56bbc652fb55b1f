import { checkEnvironment } from "./environment.ts";
import { type Finding, findingsOf, reasonOf } from "./finding.ts";
import { checkOrigin } from "./origin.ts";
import { checkPush } from "./push.ts";
import { type Env, readWhatIsThere, type Service } from "./readable.ts";
import { checkSchedule } from "./schedule.ts";
import { checkSupabase } from "./supabase/check.ts";
import { checkTwilio } from "./twilio/check.ts";

interface Part {
  group: string;
  /** Services whose variables must be readable for it. */
  needs: Service[];
  check(env: Env): Finding[] | Promise<Finding[]>;
}

const parts: Part[] = [
  { group: "Notifications", needs: ["push"], check: checkPush },
  { group: "Supabase", needs: ["supabase"], check: checkSupabase },
  { group: "Twilio", needs: ["app", "twilio"], check: checkTwilio },
  { group: "Public address", needs: ["app", "twilio"], check: checkOrigin },
  { group: "Schedule", needs: ["supabase"], check: checkSchedule },
];

/**
 * Looks at an installation: its environment, the two services, and the app under its address.
 * Reads, and changes nothing.
 *
 * @param namesInFiles - names of variables that stand in .env files
 * @returns findings in the order of the groups
 */
export async function examine(
  variables: NodeJS.ProcessEnv,
  namesInFiles: readonly string[],
): Promise<Finding[]> {
  const read = readWhatIsThere(variables);
  const rest = await Promise.all(
    parts.map(async ({ group, needs, check }) => {
      const { skip, fail } = findingsOf(group);
      if (needs.some((service) => read.unreadable.has(service))) {
        return [skip(group, "Not looked at before its variables are right.")];
      }
      try {
        return await check(read.env);
      } catch (error) {
        return [fail(group, `The examination broke off: ${reasonOf(error)}.`, "Try again.")];
      }
    }),
  );
  return [...checkEnvironment({ ...read, variables, namesInFiles }), ...rest.flat()];
}
