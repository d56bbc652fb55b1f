import { expect, onTestFinished, test, vi } from "vitest";
import { verifyAccessToken } from "../twilio/edge/access-token.ts";
import { clientOf } from "../twilio/testing/client.ts";
import { startSandbox } from "../twilio/testing/sandbox.ts";

const ada = { number: "+14155550101", name: "Ada" };

async function start() {
  const sandbox = await startSandbox({ config: { phones: [ada] } });
  const client = clientOf(sandbox);
  return {
    sandbox,
    client,
    page: async () => (await fetch(sandbox.url)).text(),
    text: (body: string) =>
      client.messages.create({ to: ada.number, from: sandbox.config.phoneNumber, body }),
  };
}

/** Reads the live stream until a section of this topic contains the text. */
async function streamShows(url: string, topic: string, text: string): Promise<boolean> {
  const closing = new AbortController();
  onTestFinished(() => closing.abort());
  const { body } = await fetch(`${url}/console/events`, { signal: closing.signal });
  let seen = "";
  for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    seen += chunk;
    const events = seen.split("\n\n");
    if (events.some((event) => event.includes(`event: ${topic}\n`) && event.includes(text))) {
      return true;
    }
  }
  return false;
}

test("the page shows each phone with its codes, complete without a script", async () => {
  const { sandbox, client, page } = await start();
  const { verifications } = client.verify.v2.services(sandbox.config.verifyServiceSid);
  await verifications.create({ to: ada.number, channel: "sms" });
  const code = sandbox.context.phones.messages(ada.number)[0]?.code;
  const shown = await page();
  expect(shown).toContain("Ada");
  expect(shown).toContain(`data-copy="${code}"`);
});

test("what people write is text, never markup", async () => {
  const { sandbox, page, text } = await start();
  const live = streamShows(sandbox.url, "phones", "&lt;img");
  await text(`<img src=x onerror=alert(1)> "quoted"`);
  sandbox.context.faults.add({
    target: "rest",
    kind: "drop",
    match: `"><script>alert(1)</script>`,
  });
  expect(await live).toBe(true);
  const shown = await page();
  expect(shown).toContain("&lt;img src=x onerror=alert(1)&gt; &quot;quoted&quot;");
  expect(shown).toContain("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(shown).not.toContain("<img src=x");
});

test("the page loads nothing from elsewhere and no other page can frame it", async () => {
  const { sandbox } = await start();
  const policy = (await fetch(sandbox.url)).headers.get("content-security-policy");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
});

test.each([
  ["style.css", "text/css"],
  ["phones.css", "text/css"],
  ["client/main.ts", "text/javascript"],
  ["voice-sdk.js", "text/javascript"],
  ["sounds/incoming.wav", "audio/wav"],
  ["icon.svg", "image/svg+xml"],
])("the page's %s is served", async (name, type) => {
  const { sandbox } = await start();
  const response = await fetch(`${sandbox.url}/console/${name}`);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toContain(type);
});

test("a fault that is switched on appears on the open page", async () => {
  const { sandbox } = await start();
  const live = streamShows(sandbox.url, "faults", "webhook: reorder");
  sandbox.context.faults.add({ target: "webhook", kind: "reorder" });
  expect(await live).toBe(true);
});

test("a room shows its people and what they publish, and can be ended from the page", async () => {
  const { sandbox, page } = await start();
  const room = sandbox.context.rooms.create({ uniqueName: "<lounge>" });
  const live = streamShows(sandbox.url, "rooms", "screen-1");
  const client = { end: vi.fn() };
  const person = room.connect(sandbox.config.echoIdentity, client);
  person.publish({ kind: "video", name: "screen-1", enabled: false });
  expect(await live).toBe(true);
  const shown = await page();
  expect(shown).toContain("Echo");
  expect(shown).toContain("&lt;lounge&gt;");
  expect(shown).toContain("(off)");

  const end = (origin: string) =>
    fetch(`${sandbox.url}/console/rooms/${room.sid}/complete`, {
      method: "POST",
      headers: { origin },
    });
  expect((await end("https://attacker.example")).status).toBe(403);
  expect(room.status).toBe("in-progress");
  expect((await end(sandbox.url)).status).toBe(204);
  expect(client.end).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 53118 }));
  expect(await page()).not.toContain(`data-complete="${room.sid}"`);
});

test("a live call can be ended from the page, but not by another page", async () => {
  const { sandbox, client, page } = await start();
  const { phoneNumber: from } = sandbox.config;
  const twiml = "<Response><Pause length='600'/></Response>";
  const { sid } = await client.calls.create({ to: ada.number, from, twiml });
  expect(await page()).toContain(`data-hang-up="${sid}"`);

  const hangUp = (origin: string) =>
    fetch(`${sandbox.url}/console/calls/${sid}/hang-up`, { method: "POST", headers: { origin } });
  expect((await hangUp("https://attacker.example")).status).toBe(403);
  expect((await client.calls(sid).fetch()).endTime).toBeNull();
  expect((await hangUp(sandbox.url)).status).toBe(204);
  expect((await client.calls(sid).fetch()).status).toMatch(/completed|canceled/);
});

test("a page of another origin cannot become a telephone, nor can an inbox of texts", async () => {
  const { sandbox } = await start();
  const ask = (address: string, origin: string) =>
    fetch(`${sandbox.url}/console/phones/${encodeURIComponent(address)}/token`, {
      method: "POST",
      headers: { origin },
    });
  expect((await ask(ada.number, "https://attacker.example")).status).toBe(403);
  expect((await ask("ada@example.com", sandbox.url)).status).toBe(404);
  const { token } = await (await ask(ada.number, sandbox.url)).json();
  expect(verifyAccessToken(token, sandbox.context.keys, Date.now())).toMatchObject({
    identity: "phone_14155550101",
    incomingAllowed: true,
  });
});

test("a recording can be heard from the page", async () => {
  const { sandbox, client, page } = await start();
  const { phoneNumber: from } = sandbox.config;
  const twiml = "<Response><Record maxLength='1'/></Response>";
  await fetch(`${sandbox.url}/phones/${ada.number}/behaviour`, {
    method: "POST",
    body: JSON.stringify({ answer: "answer", says: "I found your keys" }),
  });
  await client.calls.create({ to: ada.number, from, twiml });
  await expect.poll(page).toContain("/console/recordings/RE");
  const [path] = /\/console\/recordings\/RE\w+\.wav/.exec(await page()) ?? [];
  const sound = await fetch(`${sandbox.url}${path}`);
  expect(sound.headers.get("content-type")).toBe("audio/wav");
  expect(Buffer.from(await sound.arrayBuffer()).toString("latin1", 0, 4)).toBe("RIFF");
});
