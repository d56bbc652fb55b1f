import { maxPictureBytes, pictureTypes } from "@/lib/profiles/picture-limits";

/** Larger files are made smaller before they go out over somebody's mobile network. */
const smallBytes = 2 * 1024 * 1024;
const maxEdge = 2048;
const quality = 0.9;

const isKnown = (type: string) => pictureTypes.some((one) => one === type);

/**
 * A photo as it is sent: large ones smaller, and kinds that this browser can show and the server
 * cannot read (as HEIC in Safari) as JPEG.
 *
 * @returns null when it is no picture that can be sent
 */
export async function shrinkPhoto(file: File): Promise<Blob | null> {
  if (isKnown(file.type) && file.size <= smallBytes) return file;
  const drawn = await redraw(file);
  if (drawn) return drawn;
  // What this browser cannot show the server may still be able to read.
  return isKnown(file.type) && file.size <= maxPictureBytes ? file : null;
}

async function redraw(file: File): Promise<Blob | null> {
  const image = await createImageBitmap(file).catch(() => null);
  if (!image) return null;
  const scale = Math.min(1, maxEdge / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  const context = canvas.getContext("2d");
  if (!context) return null;
  // JPEG has no transparency: without a ground it would be black.
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
}
