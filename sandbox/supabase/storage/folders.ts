import { z } from "zod";

export const objectSchema = z.object({
  id: z.string(),
  name: z.string(),
  metadata: z.unknown(),
  created_at: z.string(),
  updated_at: z.string(),
  last_accessed_at: z.string(),
});
type StoredObject = z.infer<typeof objectSchema>;
type Folder = { [Key in keyof StoredObject]: Key extends "name" ? string : null };

const columns = ["name", "created_at", "updated_at", "last_accessed_at"] as const;

/** Body of a list request, with hosted Storage's defaults. */
export const listSchema = z.object({
  prefix: z.string().default(""),
  search: z.string().default(""),
  limit: z.number().int().default(100),
  offset: z.number().int().default(0),
  sortBy: z
    .object({ column: z.enum(columns).default("name"), order: z.string().default("asc") })
    .prefault({}),
});

/**
 * One level of the objects under `start` (empty, or ending in `/`): files by their
 * own names, and what lies deeper as folders, whose other fields are null.
 */
export function listFolder(
  objects: StoredObject[],
  start: string,
  range: Omit<z.infer<typeof listSchema>, "prefix">,
): (StoredObject | Folder)[] {
  const entries = new Map<string, StoredObject | Folder>();
  for (const object of objects) {
    const [name = "", ...deeper] = object.name.slice(start.length).split("/");
    if (!name.toLowerCase().includes(range.search.toLowerCase())) continue;
    entries.set(name, deeper.length > 0 ? folderNamed(name) : { ...object, name });
  }
  const { column, order } = range.sortBy;
  const direction = order === "desc" ? -1 : 1;
  return [...entries.values()]
    .sort((a, b) => direction * (a[column] ?? "").localeCompare(b[column] ?? ""))
    .slice(range.offset, range.offset + range.limit);
}

function folderNamed(name: string): Folder {
  const nothing = { id: null, metadata: null, last_accessed_at: null };
  return { name, ...nothing, created_at: null, updated_at: null };
}
