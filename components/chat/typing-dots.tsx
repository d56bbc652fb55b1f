import { listNames } from "@/lib/chat/match-name";
import type { Person } from "@/lib/chat/types";

const delays = ["0ms", "160ms", "320ms"];

interface TypingDotsProps {
  names: readonly Person[];
  /** Whether the eye needs telling who it is, too. */
  named: boolean;
}

/** Says who is typing; takes no room while nobody is. */
export function TypingDots({ names, named }: TypingDotsProps) {
  if (names.length === 0) return null;
  const words = `${listNames(names)} ${names.length > 1 ? "are" : "is"} typing`;
  return (
    <p className="mt-2.5 flex h-10 animate-rise items-center gap-2.5">
      <span className="inline-flex h-10 items-center gap-1 rounded-bubble bg-theirs px-4">
        {delays.map((animationDelay) => (
          <span
            key={animationDelay}
            aria-hidden="true"
            className="size-1.5 animate-hop rounded-full bg-on-theirs-soft"
            style={{ animationDelay }}
          />
        ))}
      </span>
      <span dir="auto" className={named ? "truncate text-xs text-ink-soft" : "sr-only"}>
        {words}
      </span>
    </p>
  );
}
