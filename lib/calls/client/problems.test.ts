import { describe, expect, it } from "vitest";
import { problemOf, problems, qualitySentence } from "@/lib/calls/client/problems";

const named = (name: string) => Object.assign(new Error("raw"), { name });

describe("what an error means to a person", () => {
  it.each([
    [{ code: 31401 }, "microphone-denied"],
    [{ code: 31402 }, "microphone-missing"],
    [{ code: 20101 }, "token"],
    [{ code: 20104 }, "token"],
    [{ code: 31201 }, "token"],
    [{ code: 31202 }, "token"],
    [{ code: 31203 }, "token"],
    [{ code: 31204 }, "token"],
    [{ code: 31205 }, "token"],
    [{ code: 31206 }, "too-many"],
    [{ code: 31005 }, "connection"],
    [{ code: 31009 }, "connection"],
    [{ code: 53000 }, "connection"],
    [{ code: 53405 }, "media"],
    [{ code: 99999 }, "unknown"],
    [named("NotAllowedError"), "microphone-denied"],
    [named("NotFoundError"), "microphone-missing"],
    [named("NotReadableError"), "microphone-taken"],
    [named("NotSupportedError"), "unsupported"],
    [named("TypeError"), "unknown"],
    ["a string", "unknown"],
    [null, "unknown"],
  ])("%o is %s", (error, code) => {
    expect(problemOf(error)).toBe(code);
  });

  it.each(Object.entries(problems))("%s says what to do, without codes", (_code, problem) => {
    expect(problem.sentence).toMatch(/^[A-Z].+\.$/);
    expect(problem.sentence).not.toMatch(/\d{3}|error|undefined/i);
  });
});

describe("the quality banner", () => {
  it.each(["high-rtt", "low-mos", "high-jitter", "high-packet-loss"])("explains %s", (warning) => {
    expect(qualitySentence([warning], false)).toMatch(/connection is weak/);
  });

  it("puts a silent microphone first", () => {
    const warnings = ["low-mos", "constant-audio-input-level"];
    expect(qualitySentence(warnings, false)).toMatch(/microphone is silent/);
  });

  it("does not call a muted microphone silent, and is absent when all is well", () => {
    expect(qualitySentence(["constant-audio-input-level"], true)).toBeNull();
    expect(qualitySentence([], false)).toBeNull();
  });
});
