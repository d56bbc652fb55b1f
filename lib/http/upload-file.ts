import { type ApiAnswer, readAnswer } from "@/lib/http/call-api";
import { noAnswer } from "@/lib/http/no-answer";

interface UploadOptions {
  method?: "PUT" | "POST";
  /** Told how much has gone out, from 0 to 1. */
  onProgress?: (part: number) => void;
  signal?: AbortSignal;
}

const timeoutMs = 120_000;

/**
 * Sends a file to our own API as the raw body. By XMLHttpRequest, since `fetch` does not
 * tell how much of it has gone out. It never throws: a lost network is an answer too.
 *
 * @param file - its own type is sent along
 */
export function uploadFile(
  path: string,
  file: Blob,
  { method = "PUT", onProgress, signal }: UploadOptions,
): Promise<ApiAnswer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const lost = () => resolve({ ok: false, error: noAnswer() });
    request.open(method, path);
    request.responseType = "json";
    request.timeout = timeoutMs;
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () => (request.response ? resolve(readAnswer(request.response)) : lost());
    request.onerror = lost;
    request.ontimeout = lost;
    request.onabort = lost;
    signal?.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}
