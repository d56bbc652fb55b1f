import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/** Who is asked and told. */
export interface Terminal {
  /** Whether somebody is there to answer. */
  isInteractive: boolean;
  say(line: string): void;
  ask(question: string): Promise<string>;
  /** What is typed is not shown. */
  askSecret(question: string): Promise<string>;
}

/** The terminal that the command was started in. */
export function ownTerminal(): Terminal {
  const { stdin, stdout } = process;
  async function ask(question: string, shown: boolean) {
    const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
    const reader = createInterface({
      input: stdin,
      output: shown ? stdout : silence,
      terminal: true,
    });
    // A question is written by hand where the answer must not be echoed.
    if (!shown) stdout.write(question);
    try {
      return (await reader.question(shown ? question : "")).trim();
    } finally {
      reader.close();
      if (!shown) stdout.write("\n");
    }
  }
  return {
    isInteractive: stdin.isTTY === true && stdout.isTTY === true,
    say: (line) => console.log(line),
    ask: (question) => ask(question, true),
    askSecret: (question) => ask(question, false),
  };
}
