import { describe, expect, test } from "vitest";
import { displayPhone, type PhoneDraft, readPhone, typePhone } from "@/lib/phone/draft";

const empty: PhoneDraft = { text: "", country: "US" };
const typeAll = (text: string, from = empty) =>
  [...text].reduce((draft, key) => typePhone(draft, draft.text + key), from);

describe("the number field", () => {
  test("formats while a person types", () => {
    expect(typeAll("4155550113").text).toBe("(415) 555-0113");
    expect(typeAll("07400123456", { text: "", country: "GB" }).text).toBe("07400 123456");
  });

  test.each([
    ["+447400123456", "GB"],
    ["00447400123456", "GB"],
    ["tel:+44-7400-123456", "GB"],
    [" +44 (0)7400 123456", "GB"],
    ["+1 (415) 555-0113", "US"],
  ])("takes %s as it is pasted, with its country", (pasted, country) => {
    const draft = typePhone(empty, pasted);
    expect(draft.country).toBe(country);
    expect(readPhone(draft, "x")).toHaveProperty("e164");
  });

  test("lets every character be deleted again", () => {
    let draft = typeAll("415555");
    for (let left = draft.text.length; left > 0; left--) {
      draft = typePhone(draft, draft.text.slice(0, -1));
      expect(draft.text.length).toBeLessThan(left);
    }
    expect(draft.text).toBe("");
  });
});

describe("reading the number", () => {
  test("gives E.164, also for a national number of the chosen country", () => {
    expect(readPhone({ text: "(415) 555-0113", country: "US" }, "x")).toEqual({
      e164: "+14155550113",
    });
    expect(readPhone({ text: "07400 123456", country: "GB" }, "x")).toEqual({
      e164: "+447400123456",
    });
  });

  test("says in words what is wrong", () => {
    const problem = (text: string) => readPhone({ text, country: "US" }, "the United States");
    expect(problem("")).toEqual({ problem: "Enter your phone number." });
    expect(problem("+1 415")).toEqual({
      problem: "This number is too short for the United States.",
    });
    expect(problem("415 555 0113 999 999")).toEqual({
      problem: "This number is too long for the United States.",
    });
  });
});

test("a number is shown in groups", () => {
  expect(displayPhone("+14155550113")).toBe("+1 415 555 0113");
});
