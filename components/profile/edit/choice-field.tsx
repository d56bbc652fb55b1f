interface ChoiceFieldProps<T extends string> {
  label: string;
  value: T | null;
  onChange: (value: T | null) => void;
  choices: readonly { value: T; words: string }[];
}

const none = "Rather not say";

/** One of a few, or none, as pills that one finger finds. */
export function ChoiceField<T extends string>(props: ChoiceFieldProps<T>) {
  const { label, value, onChange, choices } = props;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-sm font-semibold">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <Pill
            key={choice.value}
            group={label}
            words={choice.words}
            checked={value === choice.value}
            choose={() => onChange(choice.value)}
          />
        ))}
        <Pill group={label} words={none} checked={value === null} choose={() => onChange(null)} />
      </div>
    </fieldset>
  );
}

interface PillProps {
  group: string;
  words: string;
  checked: boolean;
  choose: () => void;
}

function Pill({ group, words, checked, choose }: PillProps) {
  return (
    <label className="relative inline-flex min-h-11 cursor-pointer items-center rounded-full px-4 font-semibold shadow-[inset_0_0_0_1.5px_var(--line-strong)] transition-colors duration-150 hover:bg-sunken has-checked:bg-mine has-checked:text-on-mine has-checked:shadow-none">
      <input
        type="radio"
        name={group}
        checked={checked}
        onChange={choose}
        className="absolute inset-0 cursor-pointer appearance-none rounded-full"
      />
      {words}
    </label>
  );
}
