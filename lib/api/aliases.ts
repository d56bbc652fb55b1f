/**
 * Addresses that integrators know from elsewhere, and the routes that answer them. next.config.ts
 * turns them into rewrites; the signature check accepts either address.
 */
export const aliases: ReadonlyArray<{ source: string; destination: string }> = [
  { source: "/call", destination: "/api/calls" },
  { source: "/twilio/webhook", destination: "/api/twilio/voice/status" },
  { source: "/api/twilio/twiml", destination: "/api/twilio/voice/incoming" },
  { source: "/api/twilio/status-callback", destination: "/api/twilio/voice/status" },
  { source: "/api/twilio/recording-callback", destination: "/api/twilio/voice/recording" },
  { source: "/api/twilio/access-token", destination: "/api/twilio/voice/token" },
  { source: "/api/twilio/call-logs", destination: "/api/calls" },
  { source: "/api/twilio/recordings", destination: "/api/recordings" },
  { source: "/api/twilio/buy-number", destination: "/api/numbers" },
  { source: "/api/twilio/my-numbers", destination: "/api/numbers" },
  { source: "/api/twilio/available-numbers", destination: "/api/numbers/available" },
];

/** The other addresses under which a route is reached. */
export function aliasesOf(pathname: string): string[] {
  return aliases.filter(({ destination }) => destination === pathname).map(({ source }) => source);
}
