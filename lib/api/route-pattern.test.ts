import { expect, test } from "vitest";
import { routePattern } from "@/lib/api/route-pattern";

test.each([
  ["/api/calls", {}, "/api/calls"],
  ["/api/calls", undefined, "/api/calls"],
  ["/api/calls/CA12/hangup", { sid: "CA12" }, "/api/calls/{sid}/hangup"],
  ["/api/numbers/%2B1415", { id: "+1415" }, "/api/numbers/{id}"],
  ["/api/numbers/%2B1415", { id: "%2B1415" }, "/api/numbers/{id}"],
  ["/api/calls/calls", { sid: "calls" }, "/api/calls/{sid}"],
  [
    "/video-processors/3.2.0/a.wasm",
    { version: "3.2.0", file: "a.wasm" },
    "/video-processors/{version}/{file}",
  ],
  ["/api/calls/%E0%A4%A", { sid: "%E0%A4%A" }, "/api/calls/{sid}"],
])("%s with %j is %s", (path, params, pattern) => {
  expect(routePattern(path, params)).toBe(pattern);
});
