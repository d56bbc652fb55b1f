// Kept out of browsers by its size: the style alone is 250 kB.
import "server-only";
import { Avatar, Style } from "@dicebear/core";
import openPeeps from "@dicebear/styles/open-peeps.json" with { type: "json" };

/** Part of every seed and ETag; another value gives everybody another face. This one suits the demo people. */
export const pictureVersion = "1188";

const style = new Style(openPeeps);

/**
 * The picture of a person who has not chosen one: the same for the same id everywhere.
 * Drawn from Open Peeps by Pablo Stanley (CC0 1.0).
 *
 * @param profileId - any text; ids give each person a face of their own
 * @returns an SVG document
 */
export function drawPicture(profileId: string): string {
  return new Avatar(style, {
    seed: `${pictureVersion}:${profileId}`,
    backgroundColor: ["#f6dcd3", "#dbe8e4", "#e6def0", "#f7e6c4", "#dfe6f3", "#e4ebd3"],
    // Of the style's heads and faces, those that suit a person who hopes to be liked.
    // biome-ignore format: two words to a line would be forty lines
    headVariant: [
      "afro", "bangs", "bangs2", "bun", "bun2", "buns", "cornrows", "cornrows2", "dreads1", "dreads2",
      "flatTop", "flatTopLong", "hijab", "long", "longAfro", "longBangs", "longCurly", "medium1",
      "medium2", "medium3", "mediumBangs", "mediumBangs2", "mediumBangs3", "mediumStraight", "pomp",
      "shaved1", "short1", "short2", "short3", "short4", "short5", "turban", "twists", "twists2",
    ],
    expressionVariant: ["smile", "cute", "calm", "eatingHappy", "smileLOL"],
    accessoriesVariant: ["glasses", "glasses2", "glasses3", "glasses4"],
    facialHairProbability: 0,
    maskProbability: 0,
  }).toString();
}
