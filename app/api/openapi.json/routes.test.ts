import { readdirSync } from "node:fs";
import { dirname, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { routes } from "@/app/api/openapi.json/routes";
import { openApiDocument } from "@/lib/api/openapi";

const apiDir = fileURLToPath(new URL("..", import.meta.url));

/** `calls/[sid]/route.ts` as `/api/calls/{sid}`. */
function pathOf(file: string): string {
  const segments = dirname(file).split(sep);
  return `/api/${segments.map((part) => part.replace(/^\[(.+)\]$/, "{$1}")).join("/")}`;
}

const files = readdirSync(apiDir, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(`${sep}route.ts`) || file.endsWith(`${sep}route.tsx`),
);

test("every route of the API is published, and nothing else", () => {
  expect(files.length).toBeGreaterThan(10);
  expect(Object.keys(routes).sort()).toEqual(files.map(pathOf).sort());
});

test("each path is published with the verbs of its own file", async () => {
  for (const file of files) {
    const module: object = await import(/* @vite-ignore */ `${apiDir}${file}`);
    const verbs = Object.keys(module).filter((name) => /^[A-Z]+$/.test(name));
    expect(Object.keys(routes[pathOf(file)] ?? {}), file).toEqual(expect.arrayContaining(verbs));
  }
});

test("every operation says who may call it, what it answers and how it fails", () => {
  const document = openApiDocument(routes, "https://duet.example");
  const operations = Object.values(document.paths).flatMap((verbs) => Object.values(verbs));
  expect(operations.length).toBeGreaterThan(10);
  for (const operation of operations) {
    expect(operation.summary).toMatch(/^\S.{5,}/);
    expect(operation.security).toBeInstanceOf(Array);
    expect(operation.responses[200]).toHaveProperty("description");
    expect(operation.responses[500]).toHaveProperty("content");
  }
});
