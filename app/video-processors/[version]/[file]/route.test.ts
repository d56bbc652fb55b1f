import { expect, test } from "vitest";
import { GET, generateStaticParams } from "@/app/video-processors/[version]/[file]/route";

const get = (version: string, file: string) =>
  GET(new Request("http://localhost"), { params: Promise.resolve({ version, file }) });

test("serves the files that the blur loads, as what they are and for ever", async () => {
  const files = generateStaticParams();
  expect(files).toHaveLength(6);
  for (const { version, file } of files) {
    const response = await get(version, file);
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toContain("immutable");
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
  }
  const [{ version } = { version: "" }] = files;
  const types = await Promise.all(
    ["tflite-simd-1-0-0.wasm", "tflite-simd-1-0-0.js"].map((file) => get(version, file)),
  );
  expect(types.map(({ headers }) => headers.get("content-type"))).toEqual([
    "application/wasm",
    "text/javascript; charset=utf-8",
  ]);
});

test.each(["package.json", "../../package.json", "toString", ""])("serves no %j", async (file) => {
  const [{ version } = { version: "" }] = generateStaticParams();
  expect((await get(version, file)).status).toBe(404);
});

test("serves no other version", async () => {
  expect((await get("0.0.1", "tflite-1-0-0.js")).status).toBe(404);
});
