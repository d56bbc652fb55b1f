import { expect, test } from "vitest";
import { linkify } from "@/lib/chat/links";

const links = (text: string) => linkify(text).flatMap(({ href }) => href ?? []);

test("plain text stays one segment, and nothing of any text is lost", () => {
  expect(linkify("see you at 8")).toEqual([{ text: "see you at 8" }]);
  const text = "a https://a.example/x?y=1, then (www.b.example). end";
  expect(
    linkify(text)
      .map((segment) => segment.text)
      .join(""),
  ).toBe(text);
});

test("addresses are found without the punctuation of the sentence", () => {
  expect(links("Go to https://a.example/x. Or (https://b.example/y)!")).toEqual([
    "https://a.example/x",
    "https://b.example/y",
  ]);
  expect(links("https://en.wiki.example/Duet_(music)")).toEqual([
    "https://en.wiki.example/Duet_(music)",
  ]);
});

test("www counts as https", () => {
  expect(links("www.duet.example")).toEqual(["https://www.duet.example/"]);
});

test("nothing that could run or mislead becomes a link", () => {
  expect(links("javascript:alert(1) data:text/html,x file:///etc/passwd")).toEqual([]);
  expect(links("https://bank.example@evil.example/")).toEqual([]);
  expect(links("http://localhost/admin")).toEqual([]);
});
