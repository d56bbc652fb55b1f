import { joins, leaves, type matches, type RoomEvent, room, track } from "./rooms.ts";

interface Scenario {
  match: keyof typeof matches;
  events: (RoomEvent | { hangsUp: string })[];
  /** Status, reason, answered, ended (seconds of the clock of the events), seconds of talk. */
  call: [string, string, number | null, number, number];
  /** Who, role, status, joined, left. */
  legs: [string, string, string, number | null, number | null][];
  /** It is certain that nobody answered. */
  missed?: true;
}

/** What the provider says of a room, and what is left of it whatever the order. */
export const scenarios: Record<string, Scenario> = {
  "a call between two": {
    match: "pair",
    events: [
      room("created", 0),
      joins("owner", 1),
      track("added", "owner", 2),
      joins("member", 12),
      track("added", "member", 13),
      track("disabled", "owner", 20),
      track("enabled", "owner", 30),
      track("removed", "member", 51),
      leaves("member", 52, 40),
      leaves("owner", 53, 52),
      room("ended", 53),
    ],
    call: ["completed", "hangup", 12, 53, 41],
    legs: [
      ["owner", "caller", "completed", 1, 53],
      ["member", "callee", "completed", 12, 52],
    ],
  },
  "a call of which no arrival was reported": {
    match: "pair",
    events: [leaves("member", 52, 40), leaves("owner", 53, 52), room("ended", 53)],
    call: ["completed", "hangup", 12, 53, 41],
    legs: [
      ["owner", "caller", "completed", 1, 53],
      ["member", "callee", "completed", 12, 52],
    ],
  },
  "a call of which no departure was reported": {
    match: "pair",
    events: [joins("owner", 1), joins("member", 12), room("ended", 53)],
    call: ["completed", "hangup", 12, 53, 41],
    legs: [
      ["owner", "caller", "completed", 1, 53],
      ["member", "callee", "completed", 12, 53],
    ],
  },
  "a call of which tracks alone tell who was there": {
    match: "pair",
    events: [track("added", "owner", 1), track("removed", "member", 12), room("ended", 53)],
    call: ["completed", "hangup", 12, 53, 41],
    legs: [
      ["owner", "caller", "completed", 1, 53],
      ["member", "callee", "completed", 12, 53],
    ],
  },
  "a call that goes on after one has reloaded the page": {
    match: "pair",
    events: [
      joins("owner", 1),
      joins("member", 12),
      leaves("member", 20, 8),
      joins("member", 22, 2),
      leaves("member", 50, 28, 2),
      leaves("owner", 50, 49),
      room("ended", 51),
    ],
    call: ["completed", "hangup", 12, 50, 38],
    legs: [
      ["owner", "caller", "completed", 1, 50],
      ["member", "callee", "completed", 12, 20],
      ["member", "callee", "completed", 22, 50],
    ],
  },
  "a caller who waits long": {
    missed: true,
    match: "pair",
    events: [room("created", 0), joins("owner", 1), leaves("owner", 41, 40), room("ended", 41)],
    call: ["no-answer", "no-answer", null, 41, 0],
    legs: [
      ["owner", "caller", "completed", 1, 41],
      ["member", "callee", "no-answer", null, 41],
    ],
  },
  "a caller who gives up": {
    missed: true,
    match: "pair",
    events: [room("created", 0), joins("owner", 1), leaves("owner", 9, 8), room("ended", 9)],
    call: ["canceled", "canceled", null, 9, 0],
    legs: [
      ["owner", "caller", "completed", 1, 9],
      ["member", "callee", "canceled", null, 9],
    ],
  },
  "a room that nobody comes to": {
    missed: true,
    match: "group",
    events: [room("created", 0), room("ended", 60)],
    call: ["no-answer", "no-answer", null, 60, 0],
    legs: [
      ["owner", "caller", "canceled", null, 60],
      ["member", "callee", "no-answer", null, 60],
      ["stranger", "callee", "no-answer", null, 60],
      ["bystander", "callee", "no-answer", null, 60],
    ],
  },
  "a call of a group, where one comes late and one never": {
    match: "group",
    events: [
      joins("owner", 1),
      joins("stranger", 9),
      joins("member", 30),
      leaves("owner", 40, 39),
      leaves("stranger", 60, 51),
      leaves("member", 61, 31),
      room("ended", 121),
    ],
    call: ["completed", "hangup", 9, 61, 52],
    legs: [
      ["owner", "caller", "completed", 1, 40],
      ["member", "callee", "completed", 30, 61],
      ["stranger", "callee", "completed", 9, 60],
      ["bystander", "callee", "no-answer", null, 121],
    ],
  },
  "a call that the caller ends over the API": {
    match: "pair",
    events: [
      joins("owner", 1),
      joins("member", 12),
      { hangsUp: "owner" },
      leaves("member", 52, 40),
      leaves("owner", 52, 51),
      room("ended", 52),
    ],
    call: ["completed", "hangup", 12, 52, 40],
    legs: [
      ["owner", "caller", "completed", 1, 52],
      ["member", "callee", "completed", 12, 52],
    ],
  },
  "somebody who is not known": {
    missed: true,
    match: "pair",
    events: [joins("newcomer", 1), leaves("newcomer", 5, 4), room("ended", 45)],
    call: ["no-answer", "no-answer", null, 45, 0],
    legs: [
      ["owner", "caller", "canceled", null, 45],
      ["member", "callee", "no-answer", null, 45],
    ],
  },
};
