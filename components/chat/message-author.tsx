import { Avatar } from "@/components/ui/avatar";

interface MessageAuthorProps {
  /** Null when the account is gone. */
  id: string | null;
  name: string;
}

/** Who wrote the messages below, in a group. */
export function MessageAuthor({ id, name }: MessageAuthorProps) {
  return (
    <p className="mt-3 flex max-w-[82%] items-center gap-1.5 self-start px-1 pb-0.5 text-xs font-semibold text-ink-soft">
      {id ? <Avatar profileId={id} name={name} size={20} /> : null}
      <span dir="auto" className="truncate">
        {name}
      </span>
    </p>
  );
}
