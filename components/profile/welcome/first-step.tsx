import { useState } from "react";
import { NameField, nameProblem } from "@/components/profile/name-field";
import { StepHeading } from "@/components/profile/welcome/step-heading";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { birthDateProblem } from "@/lib/profiles/age";
import { createBrowserClient } from "@/lib/supabase/browser";

interface FirstStepProps {
  profileId: string;
  /** The profile is made, under this name. */
  onDone: (name: string) => void;
  leave: () => void;
}

const alreadyThere = "23505";

/** The first things Duet asks: a name and a birth date. The picture is made from the account. */
export function FirstStep({ profileId, onDone, leave }: FirstStepProps) {
  const [name, setName] = useState("");
  const [birthDate, setBirthDate] = useState("");
  const [errors, setErrors] = useState<{ name?: string; birthDate?: string; form?: string }>({});
  const [busy, setBusy] = useState(false);

  async function submit(event: React.FormEvent) {
    event.preventDefault();
    if (busy) return;
    const today = new Date().toLocaleDateString("en-CA");
    const wrongName = nameProblem(name);
    const birthProblem = birthDateProblem(birthDate, today);
    const found = {
      ...(wrongName ? { name: wrongName } : {}),
      ...(birthProblem ? { birthDate: birthProblem } : {}),
    };
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const { error } = await createBrowserClient()
      .from("profiles")
      .insert({ id: profileId, display_name: name.trim(), birth_date: birthDate });
    if (!error) return onDone(name.trim());
    if (error.code === alreadyThere) return leave();
    setBusy(false);
    setErrors({ form: "Your profile was not saved. Check your connection and try again." });
  }

  return (
    <>
      <StepHeading title="Welcome to Duet">Two questions, then you can talk.</StepHeading>
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-6">
        <div className="flex items-center gap-4">
          <Avatar profileId={profileId} name={name || "?"} size={84} />
          <p className="text-ink-soft">This picture is yours for now. It was made just for you.</p>
        </div>
        <NameField value={name} onChange={setName} error={errors.name} />
        <TextField
          label="Date of birth"
          type="date"
          name="birth-date"
          autoComplete="bday"
          value={birthDate}
          onChange={(event) => setBirthDate(event.target.value)}
          error={errors.birthDate}
          hint="You must be 18 or over. Nobody else sees it."
        />
        {errors.form ? (
          <p role="alert" className="font-medium text-danger">
            {errors.form}
          </p>
        ) : null}
        <Button type="submit" busy={busy} className="min-h-13 text-lg">
          Continue
        </Button>
      </form>
    </>
  );
}
