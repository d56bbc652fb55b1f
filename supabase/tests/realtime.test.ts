import { expect, test } from "vitest";
import { type Actor, actAs, actors } from "./support/actors.ts";
import { permitted } from "./support/attempts.ts";
import { testDatabase } from "./support/database.ts";
import { fillIn, makeWorld } from "./support/world.ts";

const database = testDatabase(makeWorld);

const members = ["owner", "member", "service"];
const signedIn = actors.filter((actor) => actor !== "anonymous");

/** As Realtime asks when somebody joins a private channel: with the topic set, by the policies. */
async function whoMay(topic: string, ask: (actor: Actor) => string): Promise<Actor[]> {
  const allowed: Actor[] = [];
  for (const actor of actors) {
    const name = fillIn(topic, actor).replaceAll("'", "");
    const answer = await permitted(() =>
      database().rehearse(async (tx) => {
        await tx.query(
          "insert into realtime.messages (topic, extension, private) values ($1, 'broadcast', true)",
          [name],
        );
        await tx.query("select set_config('realtime.topic', $1, true)", [name]);
        await actAs(tx, actor);
        return (await tx.query(ask(actor), [name])).length > 0;
      }),
    );
    if (answer) allowed.push(actor);
  }
  return allowed;
}

const receive = () => "select from realtime.messages where topic = $1";
const send = (extension: string) => () =>
  `insert into realtime.messages (topic, extension, private) values ($1, '${extension}', true) returning 1`;

test.for([
  ["the channel of a match", "match:$match", members],
  ["the channel of a match of others", "match:$foreign", ["service"]],
  ["who types in a match", "typing:$match", members],
  ["who types in a match of others", "typing:$foreign", ["service"]],
  ["the owner's channel", "user:$owner", ["owner", "service"]],
  ["one's own channel", "user:$me", signedIn],
  ["a channel of another kind", "lobby:$match", ["service"]],
  ["a channel of nothing", "match:", ["service"]],
  ["a channel that goes on after the id", "match:$match:more", ["service"]],
] as const)("%s is received by those whom it concerns", async ([, topic, allowed]) => {
  expect(await whoMay(topic, receive)).toEqual(allowed);
});

test("members tell each other that they are typing, and nobody else", async () => {
  expect(await whoMay("typing:$match", send("broadcast"))).toEqual(members);
  expect(await whoMay("typing:$foreign", send("broadcast"))).toEqual(["service"]);
});

test.for(["match:$match", "match:$foreign", "user:$owner", "user:$me"])(
  "nobody makes up messages, calls or read marks on %s",
  async (topic) => {
    for (const extension of ["broadcast", "presence"]) {
      expect(await whoMay(topic, send(extension))).toEqual(["service"]);
    }
  },
);

test("nobody makes up changes of the database", async () => {
  expect(await whoMay("typing:$match", send("postgres_changes"))).toEqual(["service"]);
});
