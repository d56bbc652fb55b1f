import { type Context, Hono } from "hono";
import type { TwilioContext } from "../context.ts";
import { rfc2822 } from "../dates.ts";
import { notFound, TwilioError } from "../errors.ts";
import type { ApiKey } from "../keys.ts";
import { page2010 } from "../paging.ts";
import { readForm } from "./form.ts";

const longestName = 64;

/** What is told of a key after its creation: its secret is not. */
function toJson({ sid, friendlyName, dateCreated, dateUpdated }: ApiKey) {
  return {
    sid,
    friendly_name: friendlyName,
    date_created: rfc2822(dateCreated),
    date_updated: rfc2822(dateUpdated),
  };
}

async function readName(c: Context): Promise<string | null> {
  const name = (await readForm(c)).get("FriendlyName");
  if (name && name.length > longestName) {
    throw new TwilioError(400, 20001, "FriendlyName must be 64 characters or less");
  }
  return name;
}

/**
 * The account's API keys: create (which alone tells the secret), fetch, list, rename and delete.
 * @see https://www.twilio.com/docs/iam/api-keys/key-resource-v2010
 */
export function keyRoutes({ keys }: TwilioContext): Hono {
  const find = (c: Context) => {
    const key = keys.get(c.req.param("sid") ?? "");
    if (!key) throw notFound(c.req.path);
    return key;
  };

  return new Hono()
    .get("/Keys", (c) => page2010(c, "keys", keys.list().map(toJson)))
    .post("/Keys", async (c) => {
      const key = keys.create((await readName(c)) ?? "");
      return c.json({ ...toJson(key), secret: key.secret }, 201);
    })
    .get("/Keys/:sid", (c) => c.json(toJson(find(c))))
    .post("/Keys/:sid", async (c) => {
      const key = find(c);
      return c.json(toJson(keys.rename(key, (await readName(c)) ?? key.friendlyName)));
    })
    .delete("/Keys/:sid", (c) => {
      keys.remove(find(c));
      return c.body(null, 204);
    });
}
