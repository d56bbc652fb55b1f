"use client";

import { Eye } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { BasicsFields } from "@/components/profile/edit/basics-fields";
import { ChipsField } from "@/components/profile/edit/chips-field";
import { CompletenessHint } from "@/components/profile/edit/completeness-hint";
import { PictureField } from "@/components/profile/edit/picture-field";
import { SaveBar } from "@/components/profile/edit/save-bar";
import {
  interestSuggestions,
  languageSuggestions,
  maxInterests,
  maxLanguages,
} from "@/components/profile/edit/suggestions";
import { useProfileDraft } from "@/components/profile/edit/use-profile-draft";
import { NameField } from "@/components/profile/name-field";
import { ProfileCard } from "@/components/profile/profile-card";
import { SettingsSection } from "@/components/settings/settings-section";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-area";
import { fromDraft, type OwnProfile } from "@/lib/profiles/draft";
import { toFacts } from "@/lib/profiles/facts";

interface ProfileEditorProps {
  id: string;
  profile: OwnProfile;
  picture: string | null;
  /** In years. */
  age: number | null;
}

const maxBio = 500;

/** What others see of the person, to be changed, beside what it will look like. */
export function ProfileEditor({ id, profile, picture: savedPicture, age }: ProfileEditorProps) {
  const router = useRouter();
  const { draft, change, problems, save, ...state } = useProfileDraft(id, profile);
  const [picture, setPicture] = useState(savedPicture);
  const [looking, setLooking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(problems).length === 0) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
  }, [problems]);
  const written = fromDraft(draft);
  const name = written.display_name || profile.display_name;
  const card = (
    <ProfileCard
      profileId={id}
      {...{ picture, name, age }}
      bio={written.bio}
      facts={toFacts(written)}
    />
  );
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        className="flex min-w-0 flex-col gap-4"
      >
        <CompletenessHint profile={written} picture={picture} />
        <SettingsSection title="Your picture">
          <PictureField
            profileId={id}
            name={name}
            picture={picture}
            onChange={(next) => {
              setPicture(next);
              router.refresh();
            }}
          />
        </SettingsSection>
        <SettingsSection title="About you">
          <div className="flex flex-col gap-5">
            <NameField
              value={draft.name}
              onChange={(next) => change({ name: next })}
              error={problems.name}
            />
            <TextArea
              label="In your own words"
              maxLength={maxBio}
              value={draft.bio}
              onChange={(bio) => change({ bio })}
              placeholder="What would you talk about for an hour?"
            />
          </div>
        </SettingsSection>
        <SettingsSection title="The basics">
          <BasicsFields draft={draft} change={change} problems={problems} />
        </SettingsSection>
        <SettingsSection title="Interests">
          <ChipsField
            label="Interests"
            addLabel="Something else you like"
            value={draft.interests}
            onChange={(interests) => change({ interests })}
            suggestions={interestSuggestions}
            max={maxInterests}
          />
        </SettingsSection>
        <SettingsSection title="Languages">
          <ChipsField
            label="Languages"
            addLabel="Another language"
            value={draft.languages}
            onChange={(languages) => change({ languages })}
            suggestions={languageSuggestions}
            max={maxLanguages}
          />
        </SettingsSection>
        <Button look="outline" className="lg:hidden" onClick={() => setLooking(true)}>
          <Eye aria-hidden="true" size={18} />
          See it as others do
        </Button>
        <SaveBar {...state} />
      </form>
      <aside aria-label="As others see you" className="sticky top-4 max-lg:hidden">
        <p className="mb-2 px-2 text-sm font-semibold text-ink-soft">As others see you</p>
        {card}
      </aside>
      <Dialog open={looking} onOpenChange={setLooking} title="As others see you">
        <div className="pt-2 pb-1">{card}</div>
      </Dialog>
    </div>
  );
}
