import { processorFiles, readProcessorFile } from "@/lib/calls/rooms/processor-files";

// Read while building, from the installed package; nothing else is ever served.
export const dynamic = "force-static";
export const dynamicParams = false;

export const generateStaticParams = processorFiles;

/** A file that the background blur's processor loads. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ version: string; file: string }> },
): Promise<Response> {
  const found = await readProcessorFile(await params);
  if (!found) return new Response(null, { status: 404 });
  return new Response(found.body, {
    headers: {
      "Content-Type": found.type,
      // The address names the version.
      "Cache-Control": "public, max-age=31536000, immutable",
    },
  });
}
