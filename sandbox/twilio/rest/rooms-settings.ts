import { TwilioError } from "../errors.ts";
import type { RoomSettings } from "../rooms/room.ts";
import { defaultSettings } from "../rooms/rooms.ts";
import { readUrl } from "./form.ts";

const maxNameLength = 128;
const mediaRegions = ["au1", "br1", "de1", "gll", "ie1", "in1", "jp1", "sg1", "us1", "us2"];

const refused = (code: number, message: string) => new TwilioError(400, code, message);

function readName(form: URLSearchParams): string | null {
  const name = form.get("UniqueName") || null;
  if (name && name.length > maxNameLength) throw refused(53101, "Room name is too long");
  return name;
}

/** A whole number within the range, the default when absent, or the refusal. */
function readWhole(
  form: URLSearchParams,
  name: string,
  { fallback, min, max, error }: { fallback: number; min: number; max: number; error: TwilioError },
): number {
  const given = form.get(name);
  if (!given) return fallback;
  const value = Number(given);
  if (!Number.isInteger(value) || value < min || value > max) throw error;
  return value;
}

/** @param name `EmptyRoomTimeout` or `UnusedRoomTimeout`, in minutes */
function readTimeout(form: URLSearchParams, name: string, fallback: number): number {
  const error = refused(53109, "Timeout is out of range");
  return readWhole(form, name, { fallback, min: 1, max: 60, error });
}

function readCallback(form: URLSearchParams) {
  const method = (form.get("StatusCallbackMethod") || "POST").toUpperCase();
  if (method !== "GET" && method !== "POST") {
    throw refused(53110, "StatusCallbackMethod is invalid");
  }
  return {
    statusCallback: readUrl(form, "StatusCallback", 53111),
    statusCallbackMethod: method,
  } as const;
}

function readCodecs(form: URLSearchParams): RoomSettings["videoCodecs"] {
  const given = form.getAll("VideoCodecs");
  if (given.length === 0) return defaultSettings.videoCodecs;
  return given.map((codec) => {
    if (codec === "VP8" || codec === "H264") return codec;
    throw refused(20001, `Invalid parameter VideoCodecs: ${codec}`);
  });
}

/**
 * What a new room is to be like, Twilio's defaults where the form is silent.
 * @throws TwilioError 53108 for a type other than group, which alone new accounts have, and
 *   53101, 53107, 53109, 53110, 53111, 53115, 53123 for the parameters of these errors
 * @see https://www.twilio.com/docs/video/api/rooms-resource
 */
export function readRoomSettings(form: URLSearchParams): RoomSettings {
  if ((form.get("Type") || "group") !== "group") throw refused(53108, "RoomType is not valid");
  const mediaRegion = form.get("MediaRegion") || defaultSettings.mediaRegion;
  if (!mediaRegions.includes(mediaRegion)) throw refused(53115, "MediaRegion is invalid");
  const isOn = (name: string) => form.get(name) === "true";
  return {
    uniqueName: readName(form),
    maxParticipants: readWhole(form, "MaxParticipants", {
      fallback: defaultSettings.maxParticipants,
      min: 1,
      max: 50,
      error: refused(53107, "MaxParticipants is out of range"),
    }),
    maxParticipantDuration: readWhole(form, "MaxParticipantDuration", {
      fallback: defaultSettings.maxParticipantDuration,
      min: 600,
      max: 86_400,
      error: refused(53123, "MaxParticipantDuration is out of range"),
    }),
    emptyRoomTimeout: readTimeout(form, "EmptyRoomTimeout", defaultSettings.emptyRoomTimeout),
    unusedRoomTimeout: readTimeout(form, "UnusedRoomTimeout", defaultSettings.unusedRoomTimeout),
    audioOnly: isOn("AudioOnly"),
    recordParticipantsOnConnect: isOn("RecordParticipantsOnConnect"),
    largeRoom: isOn("LargeRoom"),
    mediaRegion,
    videoCodecs: readCodecs(form),
    ...readCallback(form),
  };
}
