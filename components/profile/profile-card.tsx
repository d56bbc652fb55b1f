import { FactList } from "@/components/profile/fact-list";
import { InterestChips } from "@/components/profile/interest-chips";
import { ProfilePicture } from "@/components/profile/profile-picture";
import type { Facts } from "@/lib/profiles/facts";

interface ProfileCardProps {
  profileId: string;
  picture: string | null;
  name: string;
  /** In years; null where it is not known. */
  age: number | null;
  bio: string;
  facts: Facts;
  /** Stands on the picture, at its upper edge. */
  corner?: React.ReactNode;
  /** Heading level of the name, so that the page's outline stays right. */
  level?: 1 | 2 | 3;
}

/** A person as others see them: picture with name and age, what they say of themselves, interests. */
export function ProfileCard(props: ProfileCardProps) {
  const { profileId, picture, name, age, bio, facts, corner, level = 2 } = props;
  const Heading = `h${level}` as const;
  return (
    <article className="overflow-hidden rounded-card bg-surface shadow-lift">
      <div className="relative">
        <ProfilePicture profileId={profileId} picture={picture} name={name} />
        {corner}
        <div className="absolute inset-x-0 bottom-0 bg-linear-to-t from-stage/85 to-transparent px-5 pt-16 pb-4 text-white">
          <Heading dir="auto" className="truncate text-3xl font-extrabold tracking-tight">
            {name}
            {age === null ? null : <span className="font-semibold">, {age}</span>}
          </Heading>
        </div>
      </div>
      <div className="flex flex-col gap-5 p-5">
        {bio ? (
          <p dir="auto" className="whitespace-pre-line break-words text-lg">
            {bio}
          </p>
        ) : null}
        <FactList facts={facts} />
        <InterestChips interests={facts.interests} />
      </div>
    </article>
  );
}
