import pino from "pino";
import { afterEach, expect, test } from "vitest";

process.env.LOG_LEVEL = "info";
const { log } = await import("@/lib/log");
const { logConsole } = await import("@/lib/operations/log-console");

/** As packages see it. */
const printer = console;
const { error, warn } = printer;
afterEach(() => Object.assign(printer, { error, warn }));

test("what a package prints is one line of the log, without whom it is about", () => {
  const lines: string[] = [];
  Reflect.set(log, pino.symbols.streamSym, { write: (line: string) => lines.push(line) });
  logConsole();
  printer.error("⨯", new Error("No page for +14155550101"));
  printer.warn("Slow answer to ada@people.example");
  printer.error({ code: "23505", message: "duplicate", details: "Key (phone)=(+14155550101)" });

  const [thrown, warning, refused] = lines.map((line) => JSON.parse(line));
  expect(thrown).toMatchObject({
    ...{ level: 50, source: "console", msg: "⨯" },
    error: { message: "No page for [number]" },
  });
  expect(warning).toMatchObject({ level: 40, msg: "Slow answer to [address]" });
  expect(warning).not.toHaveProperty("error");
  expect(refused).toMatchObject({ error: { errorCode: "23505", message: "duplicate" } });
  expect(lines.join()).not.toMatch(/4155550101|ada@/);
});
