import type { ErrorCode } from "../../../lib/api/errors.ts";
import type { RouteCall } from "../call-route.ts";
import type { Scene } from "./scene.ts";

/**
 * Everybody in relation to one person, `user`: a request of theirs is about themselves and their
 * match; those of the others are about that person, and what they had together if anything.
 */
export const actors = [
  "anonymous",
  "user",
  "other", // signed in, a stranger
  "blocked", // by the user; they were a match
  "former", // they were a match, and in a group that the other has left
  "moderator",
  "suspended", // a match of the user's
  "stale", // the user, with a token that has run out
  "cron",
  "twilio",
] as const;
export type Actor = (typeof actors)[number];

/** The status of a success, or the code of a refusal. */
export type Outcome = number | ErrorCode;

export interface Row {
  outcomes: Record<Actor, Outcome>;
  /** What is sent beside credentials. */
  send: (scene: Scene) => Partial<RouteCall>;
}

type Send = Row["send"];
const nothing: Send = () => ({});

/** What each of them gets who is signed in: the stranger's also counts for moderators. */
export interface People {
  user: Outcome;
  other: Outcome;
  blocked: Outcome;
  former: Outcome;
  moderator?: Outcome;
  suspended?: Outcome;
}

/** A route for people: nobody else has a session, and a closed account gets nothing. */
export function people(outcomes: People | Outcome, send = nothing): Row {
  const each =
    typeof outcomes === "object"
      ? outcomes
      : { user: outcomes, other: outcomes, blocked: outcomes, former: outcomes };
  return {
    outcomes: {
      moderator: each.other,
      suspended: "account_closed",
      ...each,
      anonymous: "unauthorized",
      stale: "unauthorized",
      cron: "unauthorized",
      twilio: "unauthorized",
    },
    send,
  };
}

/** A route for moderators: other people do not learn that it is there. */
export function moderators(outcome: Outcome, send = nothing): Row {
  return people(
    {
      ...{ user: "not_found", other: "not_found", blocked: "not_found", former: "not_found" },
      ...{ moderator: outcome, suspended: "not_found" },
    },
    send,
  );
}

/** A route for everybody, with whatever credentials. */
export function everybody(outcome: Outcome, send = nothing): Row {
  return { outcomes: all(outcome), send };
}

/** A route for the scheduler. */
export function scheduler(outcome: Outcome): Row {
  return { outcomes: { ...all("unauthorized"), cron: outcome }, send: nothing };
}

/** A callback of Twilio's: a form whose signature counts, and no session. */
export function callback(
  outcome: Outcome,
  form: (scene: Scene) => Record<string, string>,
  query: (scene: Scene) => string = () => "",
): Row {
  const outcomes = { ...all("bad_signature"), twilio: outcome };
  return { outcomes, send: (scene) => ({ form: form(scene), path: query(scene) }) };
}

function all(outcome: Outcome): Record<Actor, Outcome> {
  return {
    ...{ anonymous: outcome, user: outcome, other: outcome, blocked: outcome, former: outcome },
    ...{ moderator: outcome, suspended: outcome, stale: outcome, cron: outcome, twilio: outcome },
  };
}
