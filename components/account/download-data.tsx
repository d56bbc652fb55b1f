"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/notify";
import { fieldsOf, textOf } from "@/lib/fields";

/** Saves everything of one's own as a file. */
export function DownloadData() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  async function download() {
    setBusy(true);
    setError(undefined);
    try {
      const response = await fetch("/api/account/export");
      if (response.ok) save(await response.blob(), fileName(response));
      else setError(await whyNot(response));
    } catch {
      setError("Your data did not arrive. Check your connection and try again.");
    }
    setBusy(false);
  }

  return (
    <div className="flex flex-col items-start gap-3">
      <Button look="outline" busy={busy} onClick={() => void download()}>
        {busy ? null : <Download aria-hidden="true" size={18} />}
        Download my data
      </Button>
      {error ? (
        <p role="alert" className="text-sm font-medium text-danger">
          {error}
        </p>
      ) : null}
    </div>
  );
}

function fileName(response: Response): string {
  const disposition = response.headers.get("content-disposition") ?? "";
  return disposition.match(/filename="([^"]+)"/)?.[1] ?? "duet-data.json";
}

async function whyNot(response: Response): Promise<string> {
  const { error } = fieldsOf(await response.json());
  return textOf(fieldsOf(error).message) ?? "Something went wrong. Please try again.";
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
  void notify("Your data is saved.");
}
