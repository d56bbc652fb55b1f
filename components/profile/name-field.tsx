import { TextField } from "@/components/ui/text-field";

interface NameFieldProps {
  value: string;
  onChange: (name: string) => void;
  error: string | undefined;
}

const maxLength = 50;

/** What is wrong with a name, in words; null when nothing is. */
export function nameProblem(name: string): string | null {
  return name.trim() ? null : "Enter the name that your matches will see.";
}

/** The name that matches see. */
export function NameField({ value, onChange, error }: NameFieldProps) {
  return (
    <TextField
      label="First name"
      name="name"
      autoComplete="given-name"
      maxLength={maxLength}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={error}
    />
  );
}
