/** Where Twilio's SDKs connect: the signalling of voice and of video, and their quality reports. */
const twilio = [
  "wss://voice-js.roaming.twilio.com",
  "https://eventgw.twilio.com",
  "wss://global.vss.twilio.com",
  "wss://sdkgw.us1.twilio.com",
];

/**
 * The style sheet that the toasts' library adds by script: as it adds it, empty, and as it fills it.
 */
export const toastStyles = [
  "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
  "sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY=",
] as const;

export interface PageSetup {
  /** Base64, another one for each answer. */
  nonce: string;
  /** Address of the Supabase project: data, Realtime, and pictures. */
  supabaseUrl: string;
  /** Further origins to which pages connect for calls, over HTTP and WebSocket. */
  callUrls: readonly string[];
  /** Browsers reach the app over https. */
  encrypted: boolean;
  /** React's development build explains errors by `eval`, and the overlay brings styles. */
  development: boolean;
}

/**
 * The Content-Security-Policy of a page. Scripts run that carry the nonce, and what they load;
 * nothing else does, and nothing leaves for an address that is not named here.
 * https://www.w3.org/TR/CSP3/
 */
export function pagePolicy(setup: PageSetup): string {
  const { nonce, supabaseUrl, callUrls, encrypted, development } = setup;
  return policy({
    "default-src": ["'none'"],
    // Browsers that know 'strict-dynamic' pass over 'self'.
    "script-src": [
      "'self'",
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      ...(development ? ["'unsafe-eval'"] : []),
    ],
    "style-src": ["'self'", "'unsafe-inline'"],
    "style-src-elem": [
      "'self'",
      ...(development
        ? ["'unsafe-inline'"]
        : [`'nonce-${nonce}'`, ...toastStyles.map((hash) => `'${hash}'`)]),
    ],
    // Sizes and positions that are only known when they are drawn.
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "blob:", new URL(supabaseUrl).origin],
    "font-src": ["'self'"],
    "media-src": ["'self'", "blob:", "mediastream:"],
    "connect-src": [
      "'self'",
      ...withWebSocket(supabaseUrl),
      ...twilio,
      ...callUrls.flatMap(withWebSocket),
    ],
    "worker-src": ["'self'"],
    "manifest-src": ["'self'"],
    "object-src": ["'none'"],
    "frame-src": ["'none'"],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    ...(encrypted && { "upgrade-insecure-requests": [] }),
  });
}

/**
 * For what is not a page: files, among them the workers' scripts, which run under their own policy,
 * and the page that the service worker keeps for when there is no network.
 */
export const filePolicy = policy({
  "default-src": ["'self'"],
  "script-src": ["'self'", "'wasm-unsafe-eval'"],
  "style-src": ["'self'", "'unsafe-inline'"],
  "object-src": ["'none'"],
  "frame-ancestors": ["'none'"],
  "base-uri": ["'none'"],
  "form-action": ["'self'"],
});

/** For the API's answers, should one be opened as a page: a picture or a sound shows, no more. */
export const apiPolicy = policy({
  "default-src": ["'none'"],
  "img-src": ["'self'"],
  "media-src": ["'self'"],
  "frame-ancestors": ["'none'"],
});

function policy(directives: Record<string, readonly string[]>): string {
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ");
}

function withWebSocket(address: string): string[] {
  const { origin } = new URL(address);
  return [origin, origin.replace(/^http/, "ws")];
}
