// `npm run doctor`: whether an installation is set up as it should be, and how to mend what is not.
import { parseArgs } from "node:util";
import { readEnvironment } from "../environment-files.ts";
import { examine } from "./examine.ts";
import { report } from "./report.ts";

const usage = `npm run doctor [-- --json]

Reads the environment, .env.local and .env, then asks Supabase, Twilio and the app itself.
Changes nothing. Exits with 1 when something is wrong; doubts are no failure.`;

const { values } = parseArgs({ options: { json: { type: "boolean" }, help: { type: "boolean" } } });
if (values.help) {
  console.log(usage);
} else {
  const { variables, namesInFiles } = readEnvironment(process.cwd(), process.env);
  const findings = await examine(variables, namesInFiles);
  const isWell = findings.every(({ state }) => state !== "fail");
  const text = values.json ? JSON.stringify({ ok: isWell, findings }, null, 2) : report(findings);
  // Realtime's client leaves timers behind that would keep the process for ten seconds more.
  process.stdout.write(`${text}\n`, () => process.exit(isWell ? 0 : 1));
}
