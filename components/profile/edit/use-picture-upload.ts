import { useEffect, useRef, useState } from "react";
import { textOf } from "@/lib/fields";
import { type ApiAnswer, callApi } from "@/lib/http/call-api";
import { uploadFile } from "@/lib/http/upload-file";
import { shrinkPhoto } from "@/lib/profiles/shrink-photo";

const path = "/api/profile/picture";
const unreadable = "This file cannot be read as a picture. Choose a JPEG, PNG, WebP or AVIF.";

interface Uploading {
  /** Address of the chosen photo within this page. */
  preview: string;
  /** How much has gone out, from 0 to 1. */
  part: number;
}

interface PictureUpload {
  uploading: Uploading | null;
  removing: boolean;
  error: string | undefined;
  upload: (file: File) => Promise<void>;
  remove: () => Promise<void>;
}

/**
 * Sends a chosen photo, or takes the picture away.
 *
 * @param onChange - told the new `avatar_path`
 */
export function usePictureUpload(onChange: (picture: string | null) => void): PictureUpload {
  const [uploading, setUploading] = useState<Uploading | null>(null);
  const [removing, setRemoving] = useState(false);
  const [error, setError] = useState<string>();
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);

  function settle(answer: ApiAnswer) {
    if (answer.ok) onChange(textOf(answer.data.picture));
    else setError(answer.error.message);
  }

  async function upload(file: File) {
    leaving.current?.abort();
    const controller = new AbortController();
    leaving.current = controller;
    const preview = URL.createObjectURL(file);
    setError(undefined);
    setUploading({ preview, part: 0 });
    const photo = await shrinkPhoto(file);
    if (photo) {
      const { signal } = controller;
      const onProgress = (part: number) => setUploading({ preview, part });
      const answer = await uploadFile(path, photo, { onProgress, signal });
      if (!signal.aborted) settle(answer);
    } else setError(unreadable);
    URL.revokeObjectURL(preview);
    if (leaving.current === controller) setUploading(null);
  }

  async function remove() {
    setError(undefined);
    setRemoving(true);
    settle(await callApi("DELETE", path));
    setRemoving(false);
  }

  return { uploading, removing, error, upload, remove };
}
