import { describe, expect, it, test } from "vitest";
import type { PhoneDraft } from "@/lib/phone/draft";
import { eraseDigit, lettersToDigits, pressKey, typeDialled } from "@/lib/phone/keypad";

const empty: PhoneDraft = { text: "", country: "US" };
const pressAll = (keys: string, from = empty) => [...keys].reduce(pressKey, from);

test("letters are the digits that they stand on", () => {
  expect(lettersToDigits("abcDEFghiJKLmnoPQRStuvWXYZ")).toBe("22233344455566677778889999");
  expect(lettersToDigits("+1 (415) 555")).toBe("+1 (415) 555");
});

describe("the pad", () => {
  it("writes a number as it is read", () => {
    expect(pressAll("4155550123").text).toBe("(415) 555-0123");
  });

  it("begins an international number with a plus, and finds its country", () => {
    expect(pressAll("+442079460018")).toEqual({ text: "+44 20 7946 0018", country: "GB" });
    expect(pressAll("41+5")).toEqual(pressAll("415"));
  });

  it("takes one digit after the other away, whatever stands between them", () => {
    let draft = pressAll("4155550123");
    const seen: string[] = [];
    while (draft.text !== "") {
      draft = eraseDigit(draft);
      seen.push(draft.text.replace(/\D/g, ""));
    }
    expect(seen).toEqual([..."415555012"].map((_, n) => "4155550123".slice(0, 9 - n)).concat(""));
  });

  it("takes the plus away last", () => {
    const plus = eraseDigit(pressAll("+4"));
    expect(plus.text).toBe("+");
    expect(eraseDigit(plus).text).toBe("");
  });
});

describe("the field", () => {
  it("writes a number in groups that is pasted over another", () => {
    const first = typeDialled(empty, "4155550123");
    expect(typeDialled(first, "2125550199").text).toBe("(212) 555-0199");
  });

  it.each([
    ["1-800-FLOWERS", "18003569377"],
    ["tel:+1-415-555-0123", "14155550123"],
    ["(415) 555-0123 ext. 12", "4155550123"],
    ["415 555 0123 x7", "4155550123"],
    ["0044 20 7946 0018", "442079460018"],
  ])("takes %s", (pasted, digits) => {
    expect(typeDialled(empty, pasted).text.replace(/\D/g, "")).toBe(digits);
  });
});
