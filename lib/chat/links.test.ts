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

test.each([
  ["https://\u0430pple.com/login", "xn--pple-43d.com"],
  ["https://m\u00fcller.example", "xn--mller-kva.example"],
  ["http://0x7f.1/", "127.0.0.1"],
  ["https://\uff42\uff41nk.example", "bank.example"],
])("of %s it is told where it leads", (text, host) => {
  expect(linkify(text)).toEqual([expect.objectContaining({ text, host })]);
});

test("an address that shows its host needs no telling", () => {
  expect(linkify("HTTPS://Duet.Example/x")[0]).not.toHaveProperty("host");
  expect(linkify("www.duet.example")[0]).not.toHaveProperty("host");
});

test("nothing unseen is part of an address", () => {
  expect(linkify("https://evil.example/\u202egpj.knab")[0]).toEqual({
    text: "https://evil.example/",
    href: "https://evil.example/",
  });
  expect(links("https://evil.example\\@bank.example")).toEqual(["https://evil.example/"]);
  expect(links("https://bank\u200b.example")).toEqual([]);
});
