import { useState } from "react";
import { ChoiceField } from "@/components/profile/edit/choice-field";
import { PictureField } from "@/components/profile/edit/picture-field";
import { StepHeading } from "@/components/profile/welcome/step-heading";
import { Button } from "@/components/ui/button";
import { type Facts, genderChoices, intentionChoices } from "@/lib/profiles/facts";
import { createBrowserClient } from "@/lib/supabase/browser";

interface SecondStepProps {
  profileId: string;
  name: string;
  leave: () => void;
}

/** What helps a newcomer to be found; all of it can wait. */
export function SecondStep({ profileId, name, leave }: SecondStepProps) {
  const [picture, setPicture] = useState<string | null>(null);
  const [gender, setGender] = useState<Facts["gender"]>(null);
  const [intention, setIntention] = useState<Facts["lookingFor"]>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  async function submit(event: React.FormEvent) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(undefined);
    const { error: failure } = await createBrowserClient()
      .from("profiles")
      .update({ gender, looking_for: intention })
      .eq("id", profileId);
    if (!failure) return leave();
    setBusy(false);
    setError("That was not saved. Check your connection and try again.");
  }

  return (
    <>
      <StepHeading title={`Good to have you, ${name}`} takesFocus>
        What others see first. You can change and add to it in your settings.
      </StepHeading>
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-7">
        <PictureField profileId={profileId} name={name} picture={picture} onChange={setPicture} />
        <ChoiceField
          label="I am looking for"
          value={intention}
          onChange={setIntention}
          choices={intentionChoices}
        />
        <ChoiceField label="I am a" value={gender} onChange={setGender} choices={genderChoices} />
        {error ? (
          <p role="alert" className="font-medium text-danger">
            {error}
          </p>
        ) : null}
        <div className="flex flex-col gap-2">
          <Button type="submit" busy={busy} className="min-h-13 text-lg">
            Start
          </Button>
          <Button look="ghost" onClick={leave}>
            Skip for now
          </Button>
        </div>
      </form>
    </>
  );
}
