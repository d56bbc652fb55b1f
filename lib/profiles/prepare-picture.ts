import "server-only";
import sharp from "sharp";
import { ApiError } from "@/lib/api/errors";
import { minPictureEdge } from "@/lib/profiles/picture-limits";
import type { PictureSize } from "@/lib/profiles/picture-url";

/** Above what any telephone takes; a small file can claim to be far more once unpacked. */
const maxPixels = 60_000_000;
const patienceSeconds = 20;
const quality = 82;

export type PreparedPicture = Record<PictureSize, Buffer>;

/**
 * Makes of a photo what Duet shows: upright, square around what draws the eye, as WebP in two
 * sizes, and without the place, time and device that cameras write into their files.
 *
 * @param bytes - the file as it came; what it is called does not matter
 * @throws ApiError `unsupported_media_type` when it is no picture of a known kind or is damaged,
 *   `invalid_request` when it is too small
 */
export async function preparePicture(bytes: Buffer): Promise<PreparedPicture> {
  if (!isPhoto(bytes)) throw unreadable();
  const photo = sharp(bytes, { limitInputPixels: maxPixels, failOn: "error" });
  const { width, height } = await photo.metadata().catch(refuse);
  const edge = Math.min(width, height);
  if (edge < minPictureEdge) {
    throw new ApiError(
      "invalid_request",
      `This picture is too small. It needs at least ${minPictureEdge} pixels each way.`,
    );
  }
  const large = await photo
    .autoOrient()
    .resize({ ...square(Math.min(1024, edge)), position: sharp.strategy.attention })
    .webp({ quality })
    .timeout({ seconds: patienceSeconds })
    .toBuffer()
    .catch(refuse);
  return {
    1024: large,
    256: await sharp(large).resize(square(256)).webp({ quality }).toBuffer(),
  };
}

const square = (edge: number) => ({ width: edge, height: edge, fit: "cover" }) as const;

/**
 * Whether the first bytes are those of JPEG, PNG, WebP or AVIF. Looked at before any decoder is:
 * others, like the one for SVG, would follow what a file refers to.
 */
function isPhoto(bytes: Buffer): boolean {
  const text = (from: number, to: number) => bytes.toString("latin1", from, to);
  if (text(0, 3) === "\xff\xd8\xff") return true;
  if (text(0, 8) === "\x89PNG\r\n\x1a\n") return true;
  if (text(0, 4) === "RIFF" && text(8, 12) === "WEBP") return true;
  return text(4, 8) === "ftyp" && ["avif", "avis", "mif1"].includes(text(8, 12));
}

function refuse(cause: unknown): never {
  throw unreadable(cause);
}

function unreadable(cause?: unknown): ApiError {
  return new ApiError(
    "unsupported_media_type",
    "This file cannot be read as a picture. Choose a JPEG, PNG, WebP or AVIF.",
    { cause },
  );
}
