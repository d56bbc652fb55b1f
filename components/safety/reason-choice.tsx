import { type ReportReason, reasonWords, reportReasons } from "@/lib/reports/reasons";

interface ReasonChoiceProps {
  value: ReportReason | null;
  onChange: (reason: ReportReason) => void;
}

/** What is wrong: one of a closed list, so that moderators see at once how urgent it is. */
export function ReasonChoice({ value, onChange }: ReasonChoiceProps) {
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-semibold">What is wrong?</legend>
      <div className="flex flex-col gap-1.5">
        {reportReasons.map((reason) => (
          <label
            key={reason}
            className="flex min-h-11 cursor-pointer items-center gap-3 rounded-2xl px-3.5 font-medium shadow-[inset_0_0_0_1.5px_var(--line)] has-checked:bg-mine-wash has-checked:text-link has-checked:shadow-[inset_0_0_0_2px_var(--link)] has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-link"
          >
            <input
              type="radio"
              name="reason"
              value={reason}
              checked={reason === value}
              onChange={() => onChange(reason)}
              className="size-4.5 accent-(--link) outline-none"
            />
            {reasonWords[reason]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
