/**
 * Brings something asynchronous to where it is wanted, one step at a time. What is wanted may change
 * while a step runs: it is then run again, and everybody who asked waits for the same end.
 *
 * @param step - compares what is wanted with what is there, and mends the difference; never rejects
 * @returns asks for a step; resolves when nothing is left to do
 */
export function createSettler(step: () => Promise<void>): () => Promise<void> {
  let asked = false;
  let running: Promise<void> | null = null;

  async function run() {
    try {
      while (asked) {
        asked = false;
        await step();
      }
    } finally {
      running = null;
    }
  }

  return () => {
    asked = true;
    running ??= run();
    return running;
  };
}
