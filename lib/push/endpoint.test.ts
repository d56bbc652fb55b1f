import { expect, test } from "vitest";
import { isPushEndpoint } from "@/lib/push/endpoint";

test.each([
  "https://fcm.googleapis.com/fcm/send/abc",
  "https://updates.push.services.mozilla.com/wpush/v2/abc",
  "https://web.push.apple.com/abc",
  "https://wns2-par02p.notify.windows.com/w/?token=abc",
  "https://push.example/abc",
  "https://eu.push.example/abc",
])("browsers' push services are sent to: %s", (endpoint) => {
  expect(isPushEndpoint(endpoint, ["push.example", "*.push.example"])).toBe(true);
});

test.each([
  "http://fcm.googleapis.com/fcm/send/abc",
  "https://fcm.googleapis.com:8443/fcm/send/abc",
  "https://fcm.googleapis.com.evil.example/abc",
  "https://evilpush.apple.com.example/abc",
  "https://notfcm.googleapis.com/abc",
  "https://user:secret@fcm.googleapis.com/abc",
  "https://push.apple.com@evil.example/",
  "https://169.254.169.254/latest/meta-data",
  "https://127.0.0.1/abc",
  "http://127.0.0.1:54321/rest/v1/",
  "http://localhost:3000/api/cron",
  "https://[::1]/abc",
  "https://2130706433/abc",
  "https://10.0.0.5/abc",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "",
])("nothing else is: %s", (endpoint) => {
  expect(isPushEndpoint(endpoint, [])).toBe(false);
});

test("a loopback host is sent to only when it is listed", () => {
  expect(isPushEndpoint("http://127.0.0.1:4999/a", ["127.0.0.1"])).toBe(true);
  expect(isPushEndpoint("http://localhost:4999/a", ["127.0.0.1"])).toBe(false);
});
