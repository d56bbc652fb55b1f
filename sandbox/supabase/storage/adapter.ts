import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { App } from "@supabase/lite";
import { z } from "zod";

export type StorageAdapter = NonNullable<App["_storageAdapter"]>;

/** Where the bytes lie. Names are hexadecimal. */
interface Blobs {
  read(name: string): Promise<Buffer>;
  write(name: string, bytes: Buffer): Promise<void>;
  remove(name: string): Promise<void>;
}

function blobsInMemory(): Blobs {
  const blobs = new Map<string, Buffer>();
  return {
    async read(name) {
      const bytes = blobs.get(name);
      if (!bytes) throw new Error("The stored object has no content.");
      return bytes;
    },
    write: async (name, bytes) => void blobs.set(name, bytes),
    remove: async (name) => void blobs.delete(name),
  };
}

function blobsInFiles(directory: string): Blobs {
  return {
    read: (name) => readFile(join(directory, name)),
    async write(name, bytes) {
      await mkdir(directory, { recursive: true });
      await writeFile(join(directory, name), bytes);
    },
    remove: (name) => rm(join(directory, name), { force: true }),
  };
}

const headSchema = z.object({
  mimetype: z.string(),
  cacheControl: z.string(),
  size: z.number(),
  eTag: z.string(),
  lastModified: z.coerce.date(),
});

/** Keeps the objects of Lite's Storage under `directory`, or in memory when it is null. */
export function createStorageAdapter(directory: string | null): StorageAdapter {
  const blobs = directory ? blobsInFiles(directory) : blobsInMemory();
  // Object names may be longer than file names may be, and hold any character.
  const nameOf = (bucket: string, key: string) =>
    createHash("sha256").update(`${bucket}/${key}`).digest("hex");

  async function head(bucket: string, key: string) {
    const text = (await blobs.read(`${nameOf(bucket, key)}.json`)).toString();
    const metadata = headSchema.parse(JSON.parse(text));
    return { ...metadata, contentLength: metadata.size, httpStatusCode: 200 };
  }
  async function put(bucket: string, key: string, body: Buffer, type: string, cache: string) {
    const name = nameOf(bucket, key);
    const metadata = {
      mimetype: type,
      cacheControl: cache,
      size: body.length,
      eTag: `"${createHash("md5").update(body).digest("hex")}"`,
      lastModified: new Date(),
    };
    await blobs.write(name, body);
    await blobs.write(`${name}.json`, Buffer.from(JSON.stringify(metadata)));
    return { ...metadata, contentLength: body.length, httpStatusCode: 200 };
  }
  async function remove(bucket: string, key: string) {
    await blobs.remove(nameOf(bucket, key));
    await blobs.remove(`${nameOf(bucket, key)}.json`);
  }

  return {
    driver: blobs,
    headObject: head,
    deleteObject: remove,
    getObject: async (bucket, key) => ({
      metadata: await head(bucket, key),
      httpStatusCode: 200,
      body: await blobs.read(nameOf(bucket, key)),
    }),
    uploadObject: async (bucket, key, _version, body, type, cache) =>
      put(bucket, key, await bytesOf(body), type, cache),
    deleteObjects: async (bucket, keys) => {
      for (const key of keys) await remove(bucket, key);
    },
    copyObject: async (bucket, key, _version, toBucket, toKey) => {
      const { mimetype, cacheControl } = await head(bucket, key);
      return put(toBucket, toKey, await blobs.read(nameOf(bucket, key)), mimetype, cacheControl);
    },
    privateAssetUrl: async () => {
      throw new Error("The sandbox does not transform images by URL.");
    },
  };
}

type UploadBody = Parameters<StorageAdapter["uploadObject"]>[3];

async function bytesOf(body: UploadBody): Promise<Buffer> {
  if (body instanceof Uint8Array) return Buffer.from(body);
  const chunks: Uint8Array[] = [];
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
