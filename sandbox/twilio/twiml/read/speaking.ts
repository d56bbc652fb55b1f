import type { PauseVerb, PlayVerb, SayVerb } from "../verbs.ts";
import type { XmlElement } from "../xml.ts";
import { loopOf, numberOf } from "./attributes.ts";

/** The verbs that a Gather may hold; undefined for any other. */
export function readPrompt({
  name,
  attributes,
  text,
}: XmlElement): SayVerb | PlayVerb | PauseVerb | undefined {
  switch (name) {
    case "Say":
      return { verb: "Say", text, loop: loopOf(attributes.loop) };
    case "Play":
      return {
        verb: "Play",
        url: text,
        loop: loopOf(attributes.loop),
        digits: attributes.digits ?? "",
      };
    case "Pause":
      return { verb: "Pause", seconds: numberOf(attributes.length, 1) };
  }
}
