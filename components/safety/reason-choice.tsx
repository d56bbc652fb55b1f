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
      <div className="flex flex-wrap gap-2">
        {reportReasons.map((reason) => (
          <label
            key={reason}
            className="relative flex min-h-11 cursor-pointer items-center rounded-full px-3.5 font-medium shadow-[inset_0_0_0_1.5px_var(--line-strong)] has-checked:bg-mine has-checked:text-on-mine has-checked:shadow-none has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-link"
          >
            <input
              type="radio"
              name="reason"
              value={reason}
              checked={reason === value}
              onChange={() => onChange(reason)}
              className="absolute inset-0 cursor-pointer appearance-none rounded-full outline-none"
            />
            {reasonWords[reason]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
