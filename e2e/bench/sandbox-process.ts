// A sandbox in a process of its own, as beside `npm run dev`; the options are the first argument.
import { type SandboxOptions, startSandbox } from "../../sandbox/start.ts";

const options: SandboxOptions = JSON.parse(process.argv[2] ?? "");
const sandbox = await startSandbox(options);
process.on("SIGTERM", () => void sandbox.close().then(() => process.exit()));
process.on("disconnect", () => void sandbox.close().then(() => process.exit()));
process.send?.("ready");
