import twilio from "twilio";

// Node.js finds only the default export of this package, which is CommonJS.
const { RequestClient } = twilio;

type Options = ConstructorParameters<typeof RequestClient>[0];

/** Twilio's own HTTP client, with the origin of every request replaced by `apiUrl`. */
export class RedirectedClient extends RequestClient {
  readonly #apiUrl: string;

  /** @param apiUrl - origin without a trailing slash; paths and queries are kept */
  constructor(apiUrl: string, options?: Options) {
    super(options);
    this.#apiUrl = apiUrl;
  }

  override request: InstanceType<typeof RequestClient>["request"] = (options) => {
    const { pathname, search } = new URL(options.uri);
    return super.request({ ...options, uri: `${this.#apiUrl}${pathname}${search}` });
  };
}
