import { expect, test } from "vitest";
import { handTimers } from "../testing/hand-timers.ts";
import { EchoEnd } from "./echo-end.ts";
import { straightLine } from "./media-line.ts";
import type { MediaPacket } from "./packet.ts";
import { Peer } from "./peer.ts";
import { RtpStream } from "./rtp-stream.ts";

const packet = (source: number, sequence: number, timestamp: number): MediaPacket => ({
  payload: Buffer.of(0xf8, 0xff, 0xfe),
  marker: false,
  source,
  sequence,
  timestamp,
});

test("packets of one source keep their spacing, so that a loss stays a loss", () => {
  const stream = new RtpStream(48_000);
  const first = stream.place(packet(1, 100, 5000), 0);
  const second = stream.place(packet(1, 102, 5000 + 2 * 960), 40);
  expect(second.sequence - first.sequence).toBe(2);
  expect(second.timestamp - first.timestamp).toBe(2 * 960);
});

test("another source goes on where the last one stopped, by the time that has passed", () => {
  const stream = new RtpStream(48_000);
  const first = stream.place(packet(1, 100, 5000), 0);
  const second = stream.place(packet(2, 65_000, 4_000_000_000), 1000);
  expect(second.sequence - first.sequence).toBe(1);
  expect(second.timestamp - first.timestamp).toBe(48_000);
});

test("what is left out on purpose does not look lost", () => {
  const stream = new RtpStream(48_000);
  const first = stream.place(packet(1, 100, 5000), 0);
  stream.interrupt();
  const second = stream.place(packet(1, 200, 5000 + 100 * 960), 2000);
  expect(second.sequence - first.sequence).toBe(1);
  expect(second.timestamp - first.timestamp).toBe(2000 * 48);
});

test("sequence numbers and timestamps wrap as RTP's do", () => {
  const stream = new RtpStream(48_000);
  const first = stream.place(packet(1, 0, 0), 0);
  const left = 65_535 - first.sequence;
  expect(stream.place(packet(1, left, 960), 20).sequence).toBe(65_535);
  expect(stream.place(packet(1, left + 1, 2 ** 32 - 960), 40)).toEqual({
    sequence: 0,
    timestamp: 2 ** 32 - 960,
  });
});

test("what arrives late at the beginning does not wrap backwards", () => {
  const stream = new RtpStream(90_000);
  const first = stream.place(packet(1, 100, 5000), 0);
  const late = stream.place(packet(1, 0, 2000), 5);
  expect(first.sequence - late.sequence).toBe(100);
  expect(stream.place(packet(1, 101, 5000), 10).sequence).toBe(first.sequence + 1);
});

test("another source goes on after the newest, though the last came late", () => {
  const stream = new RtpStream(90_000);
  stream.place(packet(1, 100, 5000), 0);
  const newest = stream.place(packet(1, 102, 8000), 20);
  stream.place(packet(1, 101, 6000), 25);
  expect(stream.place(packet(2, 7, 0), 40).sequence).toBe(newest.sequence + 1);
});

test("the echo comes one second later, in order", async () => {
  const { clock, advance } = handTimers();
  const echo = new EchoEnd(clock);
  const heard: number[] = [];
  echo.onPacket(({ sequence }) => heard.push(sequence));
  echo.play(packet(1, 1, 0));
  await advance(20);
  echo.play(packet(1, 2, 960));
  await advance(979);
  expect(heard).toEqual([]);
  await advance(1);
  expect(heard).toEqual([1]);
  await advance(20);
  expect(heard).toEqual([1, 2]);
});

test("fifty connections leave no socket behind when they are closed", async () => {
  const sockets = () =>
    process.getActiveResourcesInfo().filter((resource) => resource === "UDPWrap").length;
  const before = sockets();
  const one = await Peer.offering();
  const other = await Peer.answering(one.localSdp);
  await one.accept(other.localSdp);
  expect(sockets()).toBeGreaterThan(before);
  await Promise.all([one.close(), other.close()]);
  for (let round = 0; round < 25; round++) {
    const offering = await Peer.offering();
    const answering = await Peer.answering(offering.localSdp);
    await offering.accept(answering.localSdp);
    await Promise.all([offering.close(), answering.close()]);
  }
  await expect.poll(sockets).toBe(before);
});

test("what a peer sends and what it receives goes over its line", async () => {
  const one = await Peer.offering();
  const other = await Peer.answering(one.localSdp);
  await one.accept(other.localSdp);
  const heard = new Set<string>();
  other.onPacket(({ payload }) => heard.add(payload.toString()));
  let sequence = 0;
  const says = (word: string) => () => {
    sequence += 1;
    one.play({ ...packet(1, sequence, sequence * 960), payload: Buffer.from(word) });
    return heard.has(word);
  };
  await expect.poll(says("connected"), { interval: 20 }).toBe(true);

  for (const [word, peer] of Object.entries({ sent: one, received: other })) {
    const held: (() => void)[] = [];
    peer.line = { carry: (deliver) => held.push(deliver), close: () => {} };
    await expect.poll(() => says(word)() || held.length > 5, { interval: 20 }).toBe(true);
    expect(heard).not.toContain(word);
    peer.line = straightLine;
    for (const deliver of held) deliver();
    await expect.poll(() => heard.has(word), { interval: 20 }).toBe(true);
  }
  await Promise.all([one.close(), other.close()]);
});

test("only the loopback interface is offered to browsers", async () => {
  const peer = await Peer.offering();
  const addresses = [...peer.localSdp.matchAll(/^a=candidate:\S+ 1 \S+ \d+ (\S+)/gm)];
  await peer.close();
  expect(addresses.map(([, address]) => address)).toEqual(["127.0.0.1"]);
});
