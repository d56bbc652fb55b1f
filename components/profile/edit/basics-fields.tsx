import { ChoiceField } from "@/components/profile/edit/choice-field";
import { TextField } from "@/components/ui/text-field";
import type { DraftProblems, ProfileDraft } from "@/lib/profiles/draft";
import { genderChoices, heightWords, intentionChoices } from "@/lib/profiles/facts";
import { readHeight } from "@/lib/profiles/height";

const maxLine = 60;

interface BasicsFieldsProps {
  draft: ProfileDraft;
  change: (change: Partial<ProfileDraft>) => void;
  problems: DraftProblems;
}

/** The facts of which there is one each. */
export function BasicsFields({ draft, change, problems }: BasicsFieldsProps) {
  const height = readHeight(draft.height);
  return (
    <div className="flex flex-col gap-6">
      <ChoiceField
        label="I am looking for"
        value={draft.looking_for}
        onChange={(looking_for) => change({ looking_for })}
        choices={intentionChoices}
      />
      <ChoiceField
        label="I am a"
        value={draft.gender}
        onChange={(gender) => change({ gender })}
        choices={genderChoices}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          label="Occupation"
          maxLength={maxLine}
          autoComplete="organization-title"
          value={draft.occupation}
          onChange={(event) => change({ occupation: event.target.value })}
        />
        <TextField
          label="Where you are from"
          maxLength={maxLine}
          value={draft.hometown}
          onChange={(event) => change({ hometown: event.target.value })}
        />
        <TextField
          label="Height"
          maxLength={20}
          placeholder="172 or 5 ft 8"
          value={draft.height}
          onChange={(event) => change({ height: event.target.value })}
          error={problems.height}
          hint={height ? heightWords(height) : "In centimetres, or in feet and inches"}
        />
      </div>
    </div>
  );
}
