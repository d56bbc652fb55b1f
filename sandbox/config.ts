/** A person's phone that the console always shows, with or without messages. */
export interface DemoPhone {
  /** E.164 */
  number: string;
  name: string;
  /** The person's voice identity, by which the console tells calls apart. */
  identity?: string;
}

/** The account that the sandbox's Twilio serves: one of everything the app configures. */
export interface TwilioSandboxConfig {
  accountSid: string;
  authToken: string;
  apiKey: string;
  apiSecret: string;
  twimlAppSid: string;
  verifyServiceSid: string;
  /** E.164; the number that the app texts from and answers with its menu. */
  phoneNumber: string;
  /** E.164; further numbers of the account, which answer as `phoneNumber` does. */
  poolNumbers: string[];
  /** How fast Say speaks; tests have no time to listen. */
  speechCharactersPerSecond: number;
  /** Origin of the app; the TwiML App's URLs start with it. */
  publicUrl: string;
  phones: DemoPhone[];
  /** Further addresses in the console's header, such as the sandbox's Supabase. */
  links: { name: string; url: string }[];
  /** Voice identity that answers by itself and sends back what it hears. */
  echoIdentity: string;
  /** Seconds that a browser in a video room has to come back after a loss of its socket. */
  videoSessionSeconds: number;
}

const hex = (digit: string) => digit.repeat(32);

/** Well-formed and plainly fake: every hex digit of an identifier is the same. */
export const twilioDefaults: TwilioSandboxConfig = {
  accountSid: `AC${hex("a")}`,
  authToken: hex("b"),
  apiKey: `SK${hex("c")}`,
  apiSecret: hex("d"),
  twimlAppSid: `AP${hex("e")}`,
  verifyServiceSid: `VA${hex("f")}`,
  phoneNumber: "+15005550006",
  poolNumbers: ["+15005550011", "+15005550012", "+15005550013", "+15005550014"],
  speechCharactersPerSecond: 14,
  publicUrl: "http://localhost:3000",
  phones: [],
  links: [],
  echoIdentity: "u_00000000000040008000000000000100",
  videoSessionSeconds: 30,
};
