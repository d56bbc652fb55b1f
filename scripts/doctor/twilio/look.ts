import twilio from "twilio";
import { type Finding, findingsOf, reasonOf } from "../finding.ts";

const { fail } = findingsOf("Twilio");

/** Turns Twilio's refusal into a failure with `mend`; anything else went wrong on the way there. */
export async function look(
  what: string,
  mend: string,
  see: () => Promise<Finding | Finding[]>,
): Promise<Finding[]> {
  try {
    return [await see()].flat();
  } catch (error) {
    if (error instanceof twilio.RestException) {
      const code = error.code ?? error.status;
      return [fail(what, `Twilio says: ${error.message} (${code}).`, mend)];
    }
    const detail = `Twilio cannot be reached: ${reasonOf(error)}.`;
    return [fail(what, detail, "Look at the network here, then at status.twilio.com.")];
  }
}
