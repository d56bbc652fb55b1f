import fc from "fast-check";

/** Texts on which programs are known to stumble. */
export const hostileTexts: readonly string[] = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800", // half of a pair
  "\u202etxt.exe\u200b\ufeff",
  "👩🏽‍❤️‍💋‍👨🏿".repeat(40),
  "é".repeat(70_000),
  "a".repeat(5_000),
  "null",
  "NaN",
  "-1",
  "1e400",
  "9007199254740993",
  "99999999999999999999999999",
  "0x10",
  "__proto__",
  "constructor",
  "'; drop table profiles; --",
  "{a,b}",
  "(1,2)",
  '"\\',
  "%",
  "%00",
  "%zz",
  "_%\\",
  "*",
  "../../../../etc/passwd",
  "<script>alert(1)</script>",
  "{{7*7}}",
  "http://169.254.169.254/",
  "0001-01-01",
  "2026-02-31",
  "2026-13-45T99:99:99Z",
  "+275760-09-13T00:00:00.001Z",
  "-271821-04-20T00:00:00.000Z",
  "2026-05-02T18:30:00.000Z_00000000-0000-0000-0000-000000000000",
  "00000000-0000-0000-0000-000000000000",
  "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
  "CA00000000000000000000000000000000",
  "+999999999999999999",
  "+1900555010",
  "client:",
  `client:u_${"f".repeat(32)}`,
  "Sat, 99 Foo 2026 99:99:99 +9999",
];

const hostileNumbers: readonly number[] = [
  ...[0, -0, -1, 0.1, 1e308, -1e308, 5e-324, 2 ** 31, -(2 ** 31) - 1, 2 ** 53 + 2, 1e21],
];

/** Values of any JSON type, of which hardly one is what a field expects. */
export function hostileValue(): fc.Arbitrary<unknown> {
  return fc.oneof(
    fc.constantFrom<unknown>(...hostileTexts),
    fc.constantFrom<unknown>(...hostileNumbers, null, true, false, [], {}, [[]]),
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom(2, 200, 4_000).map(nested),
    fc.string({ unit: "binary", maxLength: 60 }),
  );
}

/** Lists in a list, as deep as that. */
function nested(depth: number): unknown {
  let value: unknown = "deep";
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}
