import { expect, test, vi } from "vitest";
import type { Description } from "./messages.ts";
import { Negotiation } from "./negotiation.ts";

/** A negotiation whose first offer, of revision 1, has been answered; what is said and accepted. */
function begin() {
  const connected = Promise.withResolvers<void>();
  const sent: string[] = [];
  const accepted: string[] = [];
  const peer = {
    connected: connected.promise,
    answer: async (offer: string) => `answer to ${offer}`,
    offer: async () => "ours",
    accept: async (answer: string) => void accepted.push(answer),
  };
  const negotiation = new Negotiation(peer, 1, {
    send: ({ type, revision, sdp }) => sent.push(`${type} ${revision}: ${sdp}`),
    prepare: () => {},
    failed: (error) => {
      throw error;
    },
  });
  const say = (type: Description["type"], revision: number, sdp: string) =>
    negotiation.heed({ type, revision, sdp });
  const said = (count: number) => vi.waitUntil(() => sent.length >= count && sent, { interval: 1 });
  return { negotiation, connect: connected.resolve, say, said, sent, accepted };
}

test("nothing is negotiated before the connection stands, and then once for all", async () => {
  const { negotiation, connect, said, sent } = begin();
  negotiation.request();
  negotiation.request();
  expect(sent).toEqual([]);
  connect();
  expect(await said(1)).toEqual(["offer 2: ours"]);
});

test("the next offer waits for the answer to the last", async () => {
  const { negotiation, connect, say, said, sent, accepted } = begin();
  connect();
  negotiation.request();
  await said(1);
  negotiation.request();
  expect(sent).toHaveLength(1);
  say("answer", 2, "theirs");
  expect(await said(2)).toEqual(["offer 2: ours", "offer 3: ours"]);
  expect(accepted).toEqual(["theirs"]);
});

test("an offer that crosses ours is left to be repeated", async () => {
  const { negotiation, connect, say, said } = begin();
  connect();
  negotiation.request();
  await said(1);
  say("offer", 3, "crossing");
  say("answer", 2, "theirs");
  say("offer", 3, "again");
  expect(await said(2)).toEqual(["offer 2: ours", "answer 3: answer to again"]);
});

test("what is told again after a reconnection counts once", async () => {
  const { connect, say, said } = begin();
  connect();
  say("offer", 1, "first");
  say("offer", 2, "second");
  say("offer", 2, "second");
  say("offer", 3, "third");
  expect(await said(2)).toEqual(["answer 2: answer to second", "answer 3: answer to third"]);
});

test("an offer without an answer is known to be outstanding", async () => {
  const { negotiation, connect, say, said } = begin();
  connect();
  negotiation.request();
  await said(1);
  expect(negotiation.outstanding).toEqual({ type: "offer", revision: 2, sdp: "ours" });
  say("answer", 2, "theirs");
  expect(negotiation.outstanding).toBeUndefined();
});
