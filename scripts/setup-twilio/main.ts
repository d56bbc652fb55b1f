// `npm run setup:twilio`: makes in a Twilio account what the app needs, and writes .env.local.
import { readEnvironment } from "../environment-files.ts";
import { readOptions, usage } from "./options.ts";
import { setUp } from "./set-up.ts";
import { ownTerminal } from "./terminal.ts";

async function main(): Promise<boolean> {
  const directory = process.cwd();
  try {
    const options = readOptions(process.argv.slice(2));
    if (options.help) {
      console.log(usage);
      return true;
    }
    const { variables } = readEnvironment(directory, process.env);
    return await setUp({ directory, variables, options, terminal: ownTerminal() });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

process.exitCode = (await main()) ? 0 : 1;
