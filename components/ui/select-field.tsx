import { ChevronDown } from "lucide-react";
import { useId } from "react";

interface SelectFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  choices: readonly { value: string; words: string }[];
}

/** A labelled choice out of a few, by the system's own list. */
export function SelectField({ label, value, onChange, choices }: SelectFieldProps) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <div className="relative flex min-h-13">
        <select
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className="w-full cursor-pointer appearance-none truncate rounded-2xl bg-surface pr-10 pl-4 text-lg shadow-[inset_0_0_0_1.5px_var(--line-strong)] outline-none focus-visible:shadow-[inset_0_0_0_2.5px_var(--link)]"
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.words}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden="true"
          size={18}
          className="pointer-events-none absolute top-1/2 right-3.5 -translate-y-1/2 text-ink-soft"
        />
      </div>
    </div>
  );
}
