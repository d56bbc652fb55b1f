import { z } from "zod";
import { route } from "@/lib/api/route";
import { changePicture } from "@/lib/profiles/change-picture";
import { maxPictureBytes, pictureTypes } from "@/lib/profiles/picture-limits";
import { preparePicture } from "@/lib/profiles/prepare-picture";

const limit = { name: "change-picture", max: 30, windowSeconds: 3600 };
const response = z.object({
  picture: z.string().nullable().describe("Tells this picture from others; null is the drawn one"),
});

export const PUT = route(
  {
    access: "user",
    kind: "uploads",
    summary: "Set one's own picture; it is made square and freed of what the camera noted",
    upload: { types: pictureTypes, maxBytes: maxPictureBytes },
    response,
    errors: ["conflict"],
    limit,
  },
  async ({ userId, file }) => ({
    picture: await changePicture(userId, await preparePicture(file.bytes)),
  }),
);

export const DELETE = route(
  {
    access: "user",
    summary: "Take one's own picture away, for the drawn one",
    response,
    errors: ["conflict"],
    limit,
  },
  async ({ userId }) => ({ picture: await changePicture(userId, null) }),
);
