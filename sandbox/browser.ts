const twilioHost = /(^|\.)twilio\.com$/;

/**
 * Sends what the unmodified Twilio SDKs open in a page to the sandbox: their signalling sockets,
 * and their quality reports, which would otherwise fail by the dozen. Everything else is left as
 * it is. To be called before an SDK is imported, since they keep the `WebSocket` they find.
 * @param twilioUrl origin of the sandbox's Twilio, such as `http://127.0.0.1:54330`
 */
export function installSandbox(twilioUrl: string): void {
  const redirect = (address: string | URL) => redirectTwilio(address, twilioUrl);

  // A proxy keeps the constants, the prototype and `instanceof` of the real constructor.
  globalThis.WebSocket = new Proxy(WebSocket, {
    construct(target, [address, protocols]: [string | URL, (string | string[])?], newTarget) {
      return Reflect.construct(target, [redirect(address), protocols], newTarget);
    },
  });

  const realFetch = globalThis.fetch;
  globalThis.fetch = (input, init) =>
    realFetch(input instanceof Request ? input : redirect(input), init);
}

/** The sandbox's address for a Twilio address; any other comes back as it was. */
export function redirectTwilio<Address extends string | URL>(
  address: Address,
  twilioUrl: string,
): Address | string {
  const url = URL.parse(address, globalThis.location?.href);
  if (!url || !twilioHost.test(url.hostname)) return address;
  if (url.protocol === "wss:") return `${twilioUrl.replace(/^http/, "ws")}${url.pathname}`;
  if (url.hostname.startsWith("eventgw.")) return `${twilioUrl}/insights${url.pathname}`;
  return address;
}
