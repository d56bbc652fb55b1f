import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { clientOf } from "../../sandbox/twilio/testing/client.ts";
import { startSandbox } from "../../sandbox/twilio/testing/sandbox.ts";
import { readEnvironment } from "../environment-files.ts";
import { withVariables } from "./env-local.ts";
import { readOptions } from "./options.ts";
import { setUp } from "./set-up.ts";

const publicUrl = "https://duet.dating";

/** An account of the sandbox, a directory without files, and the command in it. */
async function start() {
  const sandbox = await startSandbox();
  const directory = await mkdtemp(join(tmpdir(), "setup-twilio-"));
  const file = (name: string) => readFile(join(directory, name), "utf8");
  const account: Record<string, string> = {
    TWILIO_API_URL: sandbox.url,
    TWILIO_ACCOUNT_SID: sandbox.config.accountSid,
    TWILIO_AUTH_TOKEN: sandbox.config.authToken,
  };
  return {
    sandbox,
    client: clientOf(sandbox),
    file,
    async textsTo(countryCode: string) {
      const permissions = clientOf(sandbox).accounts.v1.messagingGeopermissions;
      return (await permissions.fetch({ countryCode })).permissions[0].enabled;
    },
    write: (name: string, text: string) => writeFile(join(directory, name), text),
    /** As on another machine. */
    async forget() {
      for (const name of await readdir(directory)) await rm(join(directory, name));
    },
    variables: () => readEnvironment(directory, { NODE_ENV: "test" }).variables,
    permissionsOf: async (name: string) =>
      ((await stat(join(directory, name))).mode & 0o777).toString(8),
    /** Gives back what was said; answers are typed at a terminal, without them there is none. */
    async run(args: string[], { answers, given = account }: Run = {}) {
      const said: string[] = [];
      const typed = [...(answers ?? [])];
      const answer = async (question: string) => {
        said.push(question);
        return typed.shift() ?? "";
      };
      const ok = await setUp({
        directory,
        variables: readEnvironment(directory, { NODE_ENV: "test", ...given }).variables,
        options: readOptions(args),
        terminal: {
          isInteractive: answers !== undefined,
          say: (line) => said.push(line),
          ask: answer,
          askSecret: answer,
        },
      });
      return { ok, said: said.join("\n") };
    },
  };
}

interface Run {
  answers?: string[];
  given?: Record<string, string>;
}

const everything = [
  `--public-url=${publicUrl}`,
  "--name=Pair",
  "--buy-number",
  "--buy-pool=2",
  "--geo",
];

test("an empty account gets all that the app needs, and .env.local names it", async () => {
  const { run, client, variables, permissionsOf, textsTo } = await start();
  const { ok, said } = await run([...everything, "--yes"]);
  expect(ok).toBe(true);
  expect(said).toContain('create  API key: a standard key "Pair (duet.dating)"');
  expect(said).toMatch(/buy +Main line: \+1\d{10} \(US local, 1\.15 USD a month\)/);

  const set = variables();
  expect(set.PUBLIC_URL).toBe(publicUrl);
  const leadsHere = {
    voiceUrl: `${publicUrl}/api/twilio/voice/incoming`,
    voiceMethod: "POST",
    voiceFallbackUrl: `${publicUrl}/api/twilio/voice/fallback`,
    statusCallback: `${publicUrl}/api/twilio/voice/status#rc=3&rp=ct,rt,5xx`,
  };
  const app = await client.applications(set.TWILIO_TWIML_APP_SID ?? "").fetch();
  expect(app).toMatchObject({ friendlyName: "Pair (duet.dating)", ...leadsHere });
  const service = await client.verify.v2.services(set.TWILIO_VERIFY_SERVICE_SID ?? "").fetch();
  expect(service).toMatchObject({ friendlyName: "Pair", codeLength: 6, dtmfInputRequired: true });
  const pool = set.TWILIO_POOL_NUMBERS?.split(",") ?? [];
  expect(pool).toHaveLength(2);
  expect(pool).not.toContain(set.TWILIO_PHONE_NUMBER);
  for (const phoneNumber of [set.TWILIO_PHONE_NUMBER ?? "", ...pool]) {
    expect(await client.incomingPhoneNumbers.list({ phoneNumber })).toMatchObject([leadsHere]);
  }
  const permission = await client.voice.v1.dialingPermissions.countries("GB").fetch();
  expect(permission.lowRiskNumbersEnabled).toBe(true);
  expect(await textsTo("GB")).toBe(true);
  expect(await permissionsOf(".env.local")).toBe("600");
});

test("the key that it writes signs in", async () => {
  const { run, sandbox, variables } = await start();
  await run([`--public-url=${publicUrl}`, "--yes"]);
  const { TWILIO_API_KEY: user = "", TWILIO_API_SECRET: password = "" } = variables();
  expect(user).not.toBe(sandbox.config.apiKey);
  const client = clientOf(sandbox, { user, password });
  expect((await client.applications.list()).length).toBeGreaterThan(0);
});

test("run again, it keeps everything and does not ask", async () => {
  const { run, file, client } = await start();
  await run([...everything, "--yes"]);
  const [before, numbers] = [await file(".env.local"), await client.incomingPhoneNumbers.list()];
  const { ok, said } = await run([...everything], { answers: [] });
  expect(ok).toBe(true);
  expect(said).not.toMatch(/^ +(create|change|buy)/m);
  expect(said).toContain("All of it is as it should be.");
  expect(await file(".env.local")).toBe(before);
  expect(await client.incomingPhoneNumbers.list()).toHaveLength(numbers.length);
});

test("what has come to lead elsewhere is led back, found by its name", async () => {
  const { run, client, variables, forget } = await start();
  const args = [`--public-url=${publicUrl}`, "--yes"];
  await run(args);
  const sid = variables().TWILIO_TWIML_APP_SID ?? "";
  await client.applications(sid).update({ voiceUrl: "https://old.example/voice" });
  await forget();
  const { said } = await run(args);
  expect(said).toMatch(/change +TwiML App: "Duet \(duet\.dating\)": voice URL from https:\/\/old/);
  expect((await client.applications(sid).fetch()).voiceUrl).toContain(publicUrl);
  expect(variables().TWILIO_TWIML_APP_SID).toBe(sid);
});

test("--plan and a no change nothing", async () => {
  const { run, file, client } = await start();
  expect((await run([...everything, "--plan"])).ok).toBe(true);
  const declined = await run(everything, { answers: ["n"] });
  expect(declined).toMatchObject({
    ok: false,
    said: expect.stringContaining("Nothing was changed."),
  });
  const alone = await run(everything);
  expect(alone).toMatchObject({ ok: false, said: expect.stringContaining("add --yes") });
  expect(await client.keys.list()).toHaveLength(1);
  await expect(file(".env.local")).rejects.toMatchObject({ code: "ENOENT" });
});

test("a person without any file is asked for what is missing, and shown whose numbers there are", async () => {
  const { run, sandbox, variables, client } = await start();
  const { accountSid, authToken, phoneNumber } = sandbox.config;
  const [owned] = await client.incomingPhoneNumbers.list({ phoneNumber });
  await client.incomingPhoneNumbers(owned?.sid ?? "").update({ voiceUrl: "" });
  const { ok, said } = await run([], {
    answers: [accountSid, authToken, publicUrl, "9", "1", "y"],
    given: { TWILIO_API_URL: sandbox.url },
  });
  expect(ok).toBe(true);
  expect(said).toContain(`1  ${phoneNumber}`);
  expect(said).toContain("Please answer b, n or 1 to 5.");
  expect(variables()).toMatchObject({
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: authToken,
    TWILIO_PHONE_NUMBER: phoneNumber,
  });
});

test("--undo removes what was made and restores what was changed", async () => {
  const { run, client, sandbox, variables, file, textsTo } = await start();
  const { phoneNumber } = sandbox.config;
  const [before] = await client.incomingPhoneNumbers.list({ phoneNumber });
  const numbers = await client.incomingPhoneNumbers.list();
  const owned = `--number=${phoneNumber}`;
  await run([`--public-url=${publicUrl}`, owned, "--buy-pool=1", "--geo", "--name=Pair", "--yes"]);
  expect(await client.applications.list()).toHaveLength(2);
  const bought = variables().TWILIO_POOL_NUMBERS ?? "";

  const { ok, said } = await run(["--undo"], { answers: ["y"] });
  expect(ok).toBe(true);
  expect(said).toContain(`release ${bought}: it is gone for good`);
  expect(said).toContain(`restore the URLs of ${phoneNumber}`);
  expect(await client.applications.list()).toHaveLength(1);
  expect(await client.keys.list()).toHaveLength(1);
  expect(await client.verify.v2.services.list()).toHaveLength(1);
  expect(await client.incomingPhoneNumbers.list()).toHaveLength(numbers.length);
  const [after] = await client.incomingPhoneNumbers.list({ phoneNumber });
  expect(after?.voiceUrl).toBe(before?.voiceUrl);
  const permission = await client.voice.v1.dialingPermissions.countries("GB").fetch();
  expect(permission.lowRiskNumbersEnabled).toBe(false);
  expect(await textsTo("GB")).toBe(false);
  expect(variables()).toMatchObject({
    TWILIO_API_KEY: "",
    TWILIO_API_SECRET: "",
    TWILIO_TWIML_APP_SID: "",
    TWILIO_VERIFY_SERVICE_SID: "",
    TWILIO_POOL_NUMBERS: "",
  });
  await expect(file(".setup-twilio.json")).rejects.toMatchObject({ code: "ENOENT" });
  expect((await run(["--undo", "--yes"])).said).toContain("Nothing is on record");
});

test("a run that breaks off has written what it made, and can be repeated", async () => {
  const { run, sandbox, variables, client, file } = await start();
  const fault = { target: "rest", kind: "status", match: "POST /v2/Services" } as const;
  sandbox.context.faults.add({ ...fault, status: 500, times: 1 });
  const broken = await run([`--public-url=${publicUrl}`, "--name=Pair", "--yes"]);
  expect(broken.ok).toBe(false);
  const key = variables().TWILIO_API_KEY;
  expect(key).toMatch(/^SK/);
  expect(await file(".setup-twilio.json")).not.toContain(variables().TWILIO_API_SECRET);

  expect((await run([`--public-url=${publicUrl}`, "--name=Pair", "--yes"])).ok).toBe(true);
  expect(variables().TWILIO_API_KEY).toBe(key);
  expect(await client.keys.list()).toHaveLength(2);
});

test.each([
  ["a wrong token", { TWILIO_AUTH_TOKEN: "0".repeat(32) }, [], /20003.*auth token/],
  ["a malformed SID", { TWILIO_ACCOUNT_SID: "AC1" }, [], /An account SID is AC and 32 hex/],
  ["an address with a path", {}, ["--public-url=https://duet.dating/app"], /is no origin/],
  ["no address", {}, [], /--public-url/],
  [
    "a number of somebody else",
    {},
    [`--public-url=${publicUrl}`, "--number=+14155550199"],
    /not belong/,
  ],
])("%s is explained in a sentence, without a secret", async (_what, changes, args, expected) => {
  const { run, sandbox } = await start();
  const given = {
    TWILIO_API_URL: sandbox.url,
    TWILIO_ACCOUNT_SID: sandbox.config.accountSid,
    TWILIO_AUTH_TOKEN: sandbox.config.authToken,
    ...changes,
  };
  const { said } = await run(args, { given });
  expect(said).toMatch(expected);
  expect(said).not.toContain(given.TWILIO_AUTH_TOKEN);
});

test("variables are set in place, and every other line stays", () => {
  const text = "# Mine\nA=1\nexport B='old' # note\n\n# TWILIO_X=\nC=3\n";
  const once = withVariables(text, { B: "new", TWILIO_X: "x y", D: "" });
  const heading = "# ---- Twilio, as npm run setup:twilio has made it ----";
  expect(once).toBe(`# Mine\nA=1\nB=new\n\n# TWILIO_X=\nC=3\n\n${heading}\nTWILIO_X='x y'\nD=\n`);
  expect(withVariables(once, { D: "4", E: "5" })).toBe(once.replace("D=\n", "D=4\nE=5\n"));
});

test(".env.local as it was before is kept beside it", async () => {
  const { run, file, write, permissionsOf } = await start();
  await write(".env.local", "# Mine\nAPP_SECRET=mine\n");
  await run([`--public-url=${publicUrl}`, "--yes"]);
  expect(await file(".env.local")).toMatch(/^# Mine\nAPP_SECRET=mine\n\n# ---- Twilio/);
  expect(await file(".env.local.backup")).toBe("# Mine\nAPP_SECRET=mine\n");
  for (const name of [".env.local", ".env.local.backup"]) {
    expect(await permissionsOf(name)).toBe("600");
  }
});
