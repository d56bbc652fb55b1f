import { setTimeout as sleep } from "node:timers/promises";
import twilio from "twilio";

// Node.js finds only the default export of this package, which is CommonJS.
const { RequestClient } = twilio;

type Options = ConstructorParameters<typeof RequestClient>[0];
type Request = InstanceType<typeof RequestClient>["request"];

const pausesMs = [200, 800];

/**
 * Twilio's own HTTP client, which also asks again when a question failed on the way or at Twilio:
 * twice at most. What changes something is sent once: that it failed does not say that nothing was
 * done. (429 is another matter, and up to `autoRetry`: it was turned away unread.)
 */
export class PatientClient extends RequestClient {
  override request: Request = async (options) => {
    if (options.method.toLowerCase() !== "get") return this.send(options);
    for (const pauseMs of pausesMs) {
      const answer = await this.send(options).catch(() => null);
      if (answer && answer.statusCode < 500) return answer;
      await sleep(pauseMs * (0.5 + Math.random()));
    }
    return this.send(options);
  };

  /** One request. */
  protected send: Request = (options) => super.request(options);
}

/** The same with the origin of every request replaced by `apiUrl`. */
export class RedirectedClient extends PatientClient {
  /** @param apiUrl - origin without a trailing slash; paths and queries are kept */
  constructor(apiUrl: string, options?: Options) {
    super(options);
    const { send } = this;
    this.send = (request) => {
      const { pathname, search } = new URL(request.uri);
      return send({ ...request, uri: `${apiUrl}${pathname}${search}` });
    };
  }
}
