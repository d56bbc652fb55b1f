import { once } from "node:events";
import { createServer } from "node:net";

/** A port that the sandbox wants, and the environment variable that moves it. */
export interface WantedPort {
  name: string;
  port: number;
  variable: string;
}

/** A sentence for each wanted port that something else is using. */
export async function takenPorts(wanted: WantedPort[]): Promise<string[]> {
  const sentences = await Promise.all(
    wanted.map(async ({ name, port, variable }) =>
      (await isFree(port))
        ? []
        : [
            `Port ${port} (${name}) is taken. Stop what uses it, or set ${variable} to another port.`,
          ],
    ),
  );
  return sentences.flat();
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  try {
    probe.listen(port);
    await once(probe, "listening");
    return true;
  } catch {
    return false;
  } finally {
    probe.close();
  }
}
