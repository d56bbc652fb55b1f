import { commonProblems, type Problem } from "@/lib/calls/client/common-problems";
import { refusals } from "@/lib/calls/client/refusals";

/** Everything that can go wrong with a video call in the browser, in words. */
export const roomProblems = {
  ...commonProblems,
  offline: refusals.offline,
  "camera-denied": {
    sentence:
      "Duet may not use your camera. Allow it in your browser's site settings, next to the address, or go on without it.",
    action: "try-again",
  },
  "camera-denied-by-system": {
    sentence:
      "Your device does not let this browser use the camera. Allow it in the device's privacy settings, and try again.",
    action: "try-again",
  },
  "camera-missing": {
    sentence: "No camera was found. Plug one in, or go on without it.",
    action: "try-again",
  },
  "camera-taken": {
    sentence: "Another app is using your camera. Close it and try again.",
    action: "try-again",
  },
  "camera-lost": {
    sentence: "Your camera stopped. Choose another one, or turn it on again.",
    action: null,
  },
  "microphone-denied-by-system": {
    sentence:
      "Your device does not let this browser use the microphone. Allow it in the device's privacy settings, and try again.",
    action: "try-again",
  },
  "screen-denied": {
    sentence: "Your browser or system did not allow sharing the screen.",
    action: null,
  },
  connection: {
    sentence: "The connection to the call was lost. Check your network and join again.",
    action: "try-again",
  },
  media: {
    sentence:
      "Picture and sound could not get through. A firewall or VPN may block calls; try another network.",
    action: "try-again",
  },
  "not-allowed": {
    sentence: "You cannot join this call.",
    action: null,
  },
  "calls-off": {
    sentence: "Calls are switched off in this match.",
    action: null,
  },
  "consent-needed": {
    sentence: "They have not allowed calls yet.",
    action: null,
  },
  busy: {
    sentence: "They are in another call. Try again later.",
    action: null,
  },
  over: {
    sentence: "This call is over.",
    action: null,
  },
  full: {
    sentence: "This call is full. Try again when somebody has left.",
    action: "try-again",
  },
  removed: {
    sentence: "You are no longer in this call.",
    action: null,
  },
  "another-device": {
    sentence: "You joined this call on another device, so it goes on there.",
    action: null,
  },
  unavailable: {
    sentence: "Video calls are not available right now. Try again in a few minutes.",
    action: "try-again",
  },
  unsupported: {
    sentence:
      "This browser cannot make video calls. Use a current Chrome, Safari, Firefox or Edge.",
    action: null,
  },
} as const satisfies Record<string, Problem>;

export type RoomProblemCode = keyof typeof roomProblems;
