import { expect, test } from "vitest";
import { allowInBrowser, allowInSystem } from "@/components/call/lobby/help-steps";

const apple = "AppleWebKit/605.1.15 (KHTML, like Gecko)";
const agents = {
  chrome: "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/150.0 Safari/537.36",
  android: "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/150.0 Mobile Safari/537.36",
  firefox: "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0",
  iphone: `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${apple} Version/18.0 Mobile Safari/604.1`,
  iphoneChrome: `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${apple} CriOS/150.0 Mobile Safari/604.1`,
  mac: `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${apple} Version/18.0 Safari/605.1.15`,
};

test.each([
  ["Chrome", agents.chrome, 0, /icon at the left of the address/],
  ["Chrome on Android", agents.android, 5, /Open Permissions/],
  ["Firefox", agents.firefox, 0, /crossed-out/],
  ["Safari on iPhone", agents.iphone, 5, /Website Settings/],
  ["Safari on iPad, which says that it is a Mac", agents.mac, 5, /Website Settings/],
  ["Chrome on iPhone", agents.iphoneChrome, 5, /Settings app, then Chrome/],
  ["Safari on Mac", agents.mac, 0, /menu Safari/],
])("%s says where to allow the camera again", (_name, userAgent, maxTouchPoints, where) => {
  const steps = allowInBrowser("Camera", { userAgent, maxTouchPoints });
  expect(steps.join(" ")).toMatch(where);
  expect(steps.at(-1)).toContain("Camera");
});

test.each([
  ["Mac", agents.mac, 0, /System Settings/],
  ["Windows", agents.chrome, 0, /desktop apps/],
  ["iPhone", agents.iphone, 5, /Settings app/],
  ["Android", agents.android, 5, /Apps/],
  ["Linux", agents.firefox, 0, /privacy settings/],
])("%s has settings of its own", (_name, userAgent, maxTouchPoints, where) => {
  const steps = allowInSystem("Camera and Microphone", { userAgent, maxTouchPoints });
  expect(steps.join(" ")).toMatch(where);
});
