import { randomBytes } from "node:crypto";
import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { classes, Message, methods } from "werift";
import { RoomPeer } from "./room-peer.ts";

const offer = `${[
  "v=0",
  "o=- 1 1 IN IP4 127.0.0.1",
  "s=-",
  "t=0 0",
  "a=group:BUNDLE 0",
  "m=audio 9 UDP/TLS/RTP/SAVPF 111",
  "c=IN IP4 0.0.0.0",
  "a=rtcp:9 IN IP4 0.0.0.0",
  "a=ice-ufrag:them",
  "a=ice-pwd:a-password-of-theirs-of-32-letters",
  `a=fingerprint:sha-256 ${Array(32).fill("AB").join(":")}`,
  "a=setup:actpass",
  "a=mid:0",
  "a=sendrecv",
  "a=rtcp-mux",
  "a=rtpmap:111 opus/48000/2",
].join("\r\n")}\r\n`;

/** A peer that has been called, and paths on which to reach it. */
async function call() {
  const peer = new RoomPeer((work) => work.catch(() => {}));
  onTestFinished(() => peer.close());
  const answer = await peer.answer(offer);
  const found = (pattern: RegExp) => pattern.exec(answer)?.[1] ?? "";
  const port = Number(found(/^a=candidate:\S+ 1 udp \d+ 127\.0\.0\.1 (\d+)/im));
  const password = found(/^a=ice-pwd:(\S+)/m);
  const check = (socket: Socket, username: string, isNominating: boolean) => {
    const request = new Message(methods.BINDING, classes.REQUEST, randomBytes(12));
    request.setAttribute("USERNAME", username).setAttribute("PRIORITY", 1);
    if (isNominating) request.setAttribute("USE-CANDIDATE", null);
    request.addMessageIntegrity(Buffer.from(password)).addFingerprint();
    socket.send(request.bytes, port, "127.0.0.1");
  };
  return { check, username: `${found(/^a=ice-ufrag:(\S+)/m)}:them` };
}

async function open(): Promise<Socket> {
  const socket = createSocket("udp4").bind(0, "127.0.0.1");
  onTestFinished(() => void socket.close());
  await once(socket, "listening");
  return socket;
}

/** Resolves with the first byte of the next datagram of this kind. */
async function next(socket: Socket, kind: "stun" | "dtls"): Promise<number> {
  for (;;) {
    const [datagram] = await once(socket, "message");
    const first = Buffer.from(datagram).readUInt8();
    // Content type of a DTLS handshake, and class of an answered STUN check (RFC 7983).
    if (first === (kind === "dtls" ? 22 : 1)) return first;
  }
}

test("media goes on over the path that the browser has nominated last", async () => {
  const { check, username } = await call();
  const [wire, air] = await Promise.all([open(), open()]);
  check(wire, username, true);
  await next(wire, "dtls");
  check(air, username, false);
  await next(air, "stun");
  check(air, username, true);
  expect(await next(air, "dtls")).toBe(22);
});

test("a check that is meant for somebody else does not take the media away", async () => {
  const { check, username } = await call();
  const [stranger, browser] = await Promise.all([open(), open()]);
  check(stranger, "else:them", true);
  check(browser, username, true);
  expect(await next(browser, "dtls")).toBe(22);
});
