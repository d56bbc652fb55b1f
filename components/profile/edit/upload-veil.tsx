interface UploadVeilProps {
  /** Address of the photo within this page. */
  preview: string;
  /** How much has gone out, from 0 to 1. */
  part: number;
}

/** The photo on its way, in the place where it will be. */
export function UploadVeil({ preview, part }: UploadVeilProps) {
  const percent = Math.round(part * 100);
  return (
    <div
      className="absolute inset-0 flex flex-col justify-end bg-stage bg-cover bg-center"
      style={{ backgroundImage: `url("${preview}")` }}
    >
      <div className="bg-stage/75 px-4 py-3 text-on-stage">
        <p role="status" className="text-sm font-semibold">
          {percent < 100 ? "Uploading" : "Nearly there"}
        </p>
        <div
          role="progressbar"
          aria-label="Upload"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
          className="mt-2 h-1.5 overflow-hidden rounded-full bg-on-stage/30"
        >
          <div
            className="h-full rounded-full bg-on-stage transition-[width] duration-200"
            style={{ width: `${percent}%` }}
          />
        </div>
      </div>
    </div>
  );
}
