// A push service with one browser for each subscription: takes what the server posts, checks how it
// is signed, and decrypts it as that browser would.
import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  type ECDH,
  hkdfSync,
  randomBytes,
} from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import jwt from "jsonwebtoken";
import { close, listen } from "../sandbox/listen.ts";

/** What has been pushed to a browser. */
interface Push {
  /** Decrypted. */
  payload: Record<string, unknown>;
  ttl: number;
  urgency: string;
  topic: string;
  /** The server's public key, base64url, with which it has signed. */
  publicKey: string;
  /** The `sub` of its token: whom to reach. */
  subject: string;
}

/** A browser's subscription, as its `PushSubscription.toJSON` gives it. */
export interface FakeSubscription {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

export interface PushService {
  url: string;
  subscribe(): FakeSubscription;
  /** What has come for a browser, oldest first. */
  pushesTo(subscription: FakeSubscription): readonly Push[];
  /** From now on a browser is answered so. */
  answer(subscription: FakeSubscription, status: number): void;
  close(): Promise<void>;
}

interface Browser {
  ecdh: ECDH;
  auth: Buffer;
  pushes: Push[];
  status: number;
}

/** Starts a push service on a free port of 127.0.0.1. */
export async function startPushService(): Promise<PushService> {
  const browsers = new Map<string, Browser>();
  const browserOf = ({ endpoint }: FakeSubscription) => {
    const browser = browsers.get(new URL(endpoint).pathname);
    if (!browser) throw new Error("No such browser");
    return browser;
  };
  const server = createServer(async (request, response) => {
    const browser = browsers.get(request.url ?? "");
    const body = await buffer(request);
    if (browser?.status === 201) browser.pushes.push(readPush(request, body, browser, url));
    response.writeHead(browser?.status ?? 404).end();
  });
  const url = await listen(server);
  return {
    url,
    subscribe() {
      const browser = {
        ecdh: createECDH("prime256v1"),
        auth: randomBytes(16),
        pushes: [],
        status: 201,
      };
      const p256dh = browser.ecdh.generateKeys("base64url");
      const path = `/push/${randomBytes(24).toString("base64url")}`;
      browsers.set(path, browser);
      return {
        endpoint: `${url}${path}`,
        keys: { p256dh, auth: browser.auth.toString("base64url") },
      };
    },
    pushesTo: (subscription) => browserOf(subscription).pushes,
    answer(subscription, status) {
      browserOf(subscription).status = status;
    },
    close: () => close(server),
  };
}

function readPush({ headers }: IncomingMessage, body: Buffer, browser: Browser, url: string): Push {
  const [, token = "", publicKey = ""] =
    /^vapid t=([^,]+), k=(.+)$/.exec(headers.authorization ?? "") ?? [];
  // RFC 8292: signed by the key that it names, for this very push service.
  const claims = jwt.verify(token, verifierOf(publicKey), { algorithms: ["ES256"], audience: url });
  return {
    payload: JSON.parse(decrypt(body, browser).toString("utf8")),
    ttl: Number(headers.ttl),
    urgency: String(headers.urgency),
    topic: String(headers.topic),
    publicKey,
    subject: typeof claims === "object" ? String(claims.sub) : "",
  };
}

function verifierOf(publicKey: string) {
  const point = Buffer.from(publicKey, "base64url");
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) =>
    half.toString("base64url"),
  );
  return createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
}

/** RFC 8188 (aes128gcm) with the keys of RFC 8291, of one record. */
function decrypt(body: Buffer, { ecdh, auth }: Browser): Buffer {
  const salt = body.subarray(0, 16);
  const keyLength = body.readUInt8(20);
  const senderKey = body.subarray(21, 21 + keyLength);
  const sealed = body.subarray(21 + keyLength);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), ecdh.getPublicKey(), senderKey]);
  const secret = hkdf(ecdh.computeSecret(senderKey), auth, info, 32);
  const key = hkdf(secret, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = hkdf(secret, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
  const decipher = createDecipheriv("aes-128-gcm", key, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2));
}

function hkdf(key: Buffer, salt: Buffer, info: Buffer, bytes: number): Buffer {
  return Buffer.from(hkdfSync("sha256", key, salt, info, bytes));
}
