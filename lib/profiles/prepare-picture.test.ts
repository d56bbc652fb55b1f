import { crc32 } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { preparePicture } from "@/lib/profiles/prepare-picture";

/** A photo, red at its left and blue at its right. */
function photo(width = 1200, height = 1100) {
  const half = { create: { width: width >> 1, height, channels: 3 as const, background: "blue" } };
  return sharp({ create: { width, height, channels: 3, background: "red" } }).composite([
    { input: half, left: width >> 1, top: 0 },
  ]);
}

test.each(["jpeg", "png", "webp", "avif"] as const)(
  "a photo as %s becomes two squares of WebP",
  async (format) => {
    const picture = await preparePicture(await photo().toFormat(format, { effort: 1 }).toBuffer());
    for (const size of [256, 1024] as const) {
      expect(await sharp(picture[size]).metadata()).toMatchObject({
        ...{ format: "webp", width: size, height: size },
      });
    }
  },
);

test("where, when and with what it was taken is taken out", async () => {
  const exif = { IFD0: { Make: "Camera" }, IFD3: { GPSLatitude: "52/1 30/1 0/1" } };
  const bytes = await photo().withExif(exif).withXmp("<x/>").jpeg().toBuffer();
  expect((await sharp(bytes).metadata()).exif).toBeDefined();
  for (const made of Object.values(await preparePicture(bytes))) {
    const { exif, xmp, iptc, icc, orientation } = await sharp(made).metadata();
    expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
  }
});

test("a telephone held upright gives an upright picture", async () => {
  // Orientation 6: to be turned right by 90 degrees, so that the left is at the top.
  const bytes = await photo(1200, 1200).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const { data } = await sharp((await preparePicture(bytes))[256])
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [red = 0, , blue = 0] = data;
  expect(red).toBeGreaterThan(200);
  expect(blue).toBeLessThan(80);
});

test("a small picture is not blown up beyond what it shows", async () => {
  const picture = await preparePicture(await photo(400, 500).png().toBuffer());
  expect(await sharp(picture[1024]).metadata()).toMatchObject({ width: 400, height: 400 });
});

/** A small file that says of itself that it unpacks to 100,000 pixels each way. */
async function bomb(): Promise<Buffer> {
  const bytes = await photo(300, 300).png().toBuffer();
  bytes.writeUInt32BE(100_000, 16);
  bytes.writeUInt32BE(100_000, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"/>`;

test.each([
  ["a drawing that could refer to other files", async () => Buffer.from(svg)],
  ["another kind of file", async () => photo().gif().toBuffer()],
  ["text", async () => Buffer.from("hello")],
  ["half a photo", async () => (await photo().jpeg().toBuffer()).subarray(0, 2000)],
])("%s is refused", async (_what, make) => {
  await expect(preparePicture(await make())).rejects.toMatchObject({
    ...{ code: "unsupported_media_type", message: expect.stringContaining("JPEG") },
  });
});

test("a photo that unpacks to more than any camera takes is refused before it does", async () => {
  await expect(preparePicture(await bomb())).rejects.toMatchObject({
    ...{
      code: "unsupported_media_type",
      cause: { message: expect.stringContaining("pixel limit") },
    },
  });
});

test("a picture on which nobody could be recognised is refused", async () => {
  const tiny = await photo(150, 600).png().toBuffer();
  await expect(preparePicture(tiny)).rejects.toMatchObject({ code: "invalid_request" });
});
