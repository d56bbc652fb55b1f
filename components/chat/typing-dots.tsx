import type { Person } from "@/lib/chat/types";

const delays = ["0ms", "160ms", "320ms"];

/** Says who is typing; takes no room while nobody is. */
export function TypingDots({ names }: { names: readonly Person[] }) {
  if (names.length === 0) return null;
  return (
    <p className="mt-2.5 inline-flex h-10 animate-rise items-center gap-1 rounded-bubble bg-theirs px-4">
      <span className="sr-only">{names.map(({ name }) => name).join(", ")} is typing</span>
      {delays.map((animationDelay) => (
        <span
          key={animationDelay}
          aria-hidden="true"
          className="size-1.5 animate-hop rounded-full bg-on-theirs-soft"
          style={{ animationDelay }}
        />
      ))}
    </p>
  );
}
