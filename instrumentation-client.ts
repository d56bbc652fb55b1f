// Built for the sandbox, the page sends the Twilio SDKs' connections there. It must come before the
// SDKs are imported, since they keep the WebSocket they find; `require` is synchronous, and leaves
// every other build together with its branch.
if (process.env.NEXT_PUBLIC_SANDBOX_URL) {
  const { installSandbox }: typeof import("./sandbox/browser") = require("./sandbox/browser");
  installSandbox(process.env.NEXT_PUBLIC_SANDBOX_URL);
}

export {};
