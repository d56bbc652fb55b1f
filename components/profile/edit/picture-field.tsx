"use client";

import { Camera, CircleAlert, Trash2 } from "lucide-react";
import { useId, useRef, useState } from "react";
import { UploadVeil } from "@/components/profile/edit/upload-veil";
import { usePictureUpload } from "@/components/profile/edit/use-picture-upload";
import { ProfilePicture } from "@/components/profile/profile-picture";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/class-names";
import { pictureTypes } from "@/lib/profiles/picture-limits";

interface PictureFieldProps {
  profileId: string;
  name: string;
  picture: string | null;
  /** Told the new `avatar_path` once it is saved. */
  onChange: (picture: string | null) => void;
}

/** One's own picture: to choose, to take with the camera, to drop from the desktop, to take away. */
export function PictureField({ profileId, name, picture, onChange }: PictureFieldProps) {
  const { uploading, removing, error, upload, remove } = usePictureUpload(onChange);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const take = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file) void upload(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way more; the button is for all
    <div
      className="flex flex-col gap-4 sm:flex-row sm:items-center"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <div
        className={cx(
          "relative w-full max-w-56 shrink-0 self-center overflow-hidden rounded-card transition-shadow duration-150",
          over && "shadow-[0_0_0_4px_var(--link)]",
        )}
      >
        <ProfilePicture profileId={profileId} picture={picture} name={name} />
        {uploading ? <UploadVeil preview={uploading.preview} part={uploading.part} /> : null}
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        <div className="flex flex-wrap gap-2 max-sm:justify-center">
          <Button
            look="outline"
            busy={uploading !== null}
            aria-describedby={hintId}
            onClick={() => input.current?.click()}
          >
            <Camera aria-hidden="true" size={18} />
            {picture ? "Change picture" : "Add a picture"}
          </Button>
          {picture && !uploading ? (
            <Button look="ghost" busy={removing} onClick={() => void remove()}>
              <Trash2 aria-hidden="true" size={18} />
              Remove
            </Button>
          ) : null}
        </div>
        <p id={hintId} className="text-sm text-ink-soft max-sm:text-center">
          A clear one of you alone works best. We make it square, and take out where and when it was
          taken.<span className="hidden pointer-fine:inline"> You can also drop it here.</span>
        </p>
        {error ? (
          <p role="alert" className="flex items-start gap-1.5 text-sm font-medium text-danger">
            <CircleAlert aria-hidden="true" size={16} className="mt-0.5 shrink-0" />
            {error}
          </p>
        ) : null}
      </div>
      <input
        ref={input}
        type="file"
        aria-label="Picture"
        accept={pictureTypes.join()}
        className="hidden"
        onChange={(event) => {
          take(event.target.files);
          // The same file may be chosen again after a failure.
          event.target.value = "";
        }}
      />
    </div>
  );
}
