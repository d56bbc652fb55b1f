import type { RoomProblemCode } from "@/lib/calls/client/room/problems";
import { fieldsOf, textOf } from "@/lib/fields";

export type CaptureKind = "camera" | "microphone";

// Chromium says in the message alone that the system refused, not the person; others never tell.
const bySystem = /denied by system/i;

/**
 * Names what a failed getUserMedia means to a person.
 *
 * @param error - the DOMException; source of the names:
 *   https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia
 */
export function mediaProblem(kind: CaptureKind, error: unknown): RoomProblemCode {
  const { name, message } = fieldsOfError(error);
  switch (name) {
    case "NotAllowedError":
    case "SecurityError":
      return bySystem.test(message) ? `${kind}-denied-by-system` : `${kind}-denied`;
    case "NotFoundError":
    case "OverconstrainedError":
      return `${kind}-missing`;
    case "NotReadableError":
    case "AbortError":
      return `${kind}-taken`;
    case "NotSupportedError":
    case "TypeError":
      return "unsupported";
    default:
      return "unknown";
  }
}

/** DOMExceptions keep their fields on the prototype, where no copy finds them. */
function fieldsOfError(error: unknown): { name: string; message: string } {
  if (error instanceof Error) return { name: error.name, message: error.message };
  const { name, message } = fieldsOf(error);
  return { name: textOf(name) ?? "", message: textOf(message) ?? "" };
}

/** Whether a problem is that permission was refused. */
export function isDenial(problem: RoomProblemCode | null): boolean {
  return problem !== null && /-denied(-by-system)?$/.test(problem);
}
