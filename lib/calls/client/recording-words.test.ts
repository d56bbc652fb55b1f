import { describe, expect, test } from "vitest";
import { recordingOf } from "@/lib/calls/client/recording";
import { recordingNews, spokenNews } from "@/lib/calls/client/recording-words";

test("a row says whether its call is recorded", () => {
  expect(recordingOf({ recording: "asked", recording_asked_by: "ada" })).toEqual({
    state: "asked",
    askedBy: "ada",
  });
  expect(recordingOf({ recording: "on" })).toEqual({ state: "on", askedBy: null });
  expect(recordingOf({ recording: "perhaps" })).toBeNull();
  expect(recordingOf(null)).toBeNull();
});

const on = { state: "on", askedBy: "ada" } as const;
const asked = { state: "asked", askedBy: "ada" } as const;
const stopped = { state: "stopped", askedBy: null } as const;
const none = { state: "none", askedBy: null } as const;

describe("what a person reads when it changes", () => {
  test.for([
    [none, asked, "ada", "Ben is asked whether this call may be recorded."],
    [none, asked, "ben", null],
    [asked, on, "ada", "This call is being recorded"],
    [on, stopped, "ada", "The recording has stopped."],
    [asked, stopped, "ada", "This call is not recorded: not everybody agrees."],
    [asked, stopped, "ben", null],
    [stopped, stopped, "ada", null],
  ] as const)("from %o to %o, for %s", ([before, now, me, sentence]) => {
    expect(recordingNews(before, now, { me, name: "Ben" })).toBe(sentence);
  });
});

test("only the beginning and the end of a recording are spoken", () => {
  expect(spokenNews(asked, on)).toBe("This call is being recorded.");
  expect(spokenNews(on, stopped)).toBe("The recording has stopped.");
  expect(spokenNews(on, on)).toBeNull();
  expect(spokenNews(asked, stopped)).toBeNull();
  expect(spokenNews(none, asked)).toBeNull();
});
